import * as Type from 'typebox'
import { Closed, Id, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  DocumentFilter,
  DocumentItem,
  FactsChange,
  HandIn,
  OwedByPartner,
  Passport,
  Request,
  RequirementChange,
  RequirementRule,
  Review,
} from './schemas.ts'
import { ClearanceCounts, ClearanceFilter, ClearanceItem, LiveAnswer } from './clearance-schemas.ts'

/** Scans and phone pictures of a few pages fit easily. */
export const documentMegabytes = 20

export const complianceContract = defineContract({
  listRequirements: {
    method: 'GET',
    path: '/compliance/requirements',
    access: 'compliance:read',
    summary: 'What the district asks partners for, and when',
    response: Type.Object({ items: Type.Array(RequirementRule) }),
  },
  changeRequirement: {
    method: 'PUT',
    path: '/compliance/requirements',
    access: 'compliance:rules',
    summary: 'Change what the district asks for one kind of document; every partner is judged by it at once',
    body: RequirementChange,
    response: RequirementRule,
    ifMatch: true,
  },
  getPassport: {
    method: 'GET',
    path: '/organizations/:organizationId/passport',
    access: 'compliance:read',
    summary:
      'The compliance passport of an organisation: what it owes, why, how each document stands, and whether it is cleared',
    response: Passport,
  },
  changePassport: {
    method: 'PATCH',
    path: '/organizations/:organizationId/passport',
    access: 'compliance:write',
    summary: 'Say what an organisation’s people do with students, which decides what it owes',
    body: FactsChange,
    response: Passport,
    ifMatch: true,
  },
  handInDocument: {
    method: 'POST',
    path: '/organizations/:organizationId/documents',
    access: 'compliance:write',
    summary: 'Hand in a document for an organisation: a PDF or a picture of at most 20 MB',
    query: HandIn,
    response: Passport,
    upload: { documentMegabytes },
  },
  reviewDocument: {
    method: 'POST',
    path: '/compliance/documents/:documentId/review',
    access: 'compliance:write',
    summary: 'Approve a document, or send it back with the reason; the partner is told by e-mail',
    body: Review,
    response: Passport,
    ifMatch: true,
  },
  downloadDocument: {
    method: 'GET',
    path: '/compliance/documents/:documentId/file',
    access: 'compliance:write',
    summary: 'The file of a document, as it was handed in',
    download: 'application/octet-stream',
  },
  listDocuments: {
    method: 'GET',
    path: '/compliance/documents',
    access: 'compliance:write',
    summary: 'Documents that wait for review, expire soon or have expired',
    query: DocumentFilter,
    response: Page(DocumentItem),
  },
  askForDocuments: {
    method: 'POST',
    path: '/organizations/:organizationId/passport/request',
    access: 'compliance:write',
    summary: 'E-mail a contact of the organisation a link to hand in what is missing',
    body: Request,
    response: Type.Object({ name: Type.String(), email: Type.String() }),
  },
  changeClearanceCode: {
    method: 'POST',
    path: '/organizations/:organizationId/clearance-code',
    access: 'compliance:write',
    summary: 'Give the live answer a new code; printed QR codes with the old one stop working',
    response: Passport,
  },
  listClearances: {
    method: 'GET',
    path: '/clearances',
    access: 'compliance:read',
    summary: 'Who may be on campus today, and why not: at one school or all, or by name',
    query: ClearanceFilter,
    response: Page(ClearanceItem),
  },
  countClearances: {
    method: 'GET',
    path: '/clearances/counts',
    access: 'compliance:read',
    summary: 'How many partners in force are cleared, and how many documents wait for review',
    query: Closed({ schoolId: Type.Optional(Id) }),
    response: ClearanceCounts,
  },
  lookAtClearance: {
    method: 'GET',
    path: '/public/clearances/:code',
    access: 'public',
    throttle: 'link',
    summary: 'The live answer behind a QR code: organisation, status and time, nothing else',
    response: LiveAnswer,
  },
  listOwedDocuments: {
    method: 'GET',
    path: '/link/documents',
    access: { link: 'documents' },
    summary: 'What the partner that holds the link is asked for, and how what it sent stands',
    response: OwedByPartner,
  },
  sendDocument: {
    method: 'POST',
    path: '/link/documents',
    access: { link: 'documents' },
    summary: 'Hand in a document by link: a PDF or a picture of at most 20 MB',
    query: HandIn,
    response: OwedByPartner,
    upload: { documentMegabytes },
  },
})
