import * as Type from 'typebox'
import { Closed, Day, Id, Line, Prose } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Agreement, EndReason } from './schemas.ts'

export const agreementStagesContract = defineContract({
  submitAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/submission',
    access: 'agreements:write',
    summary: 'Freeze the document and send it to its first gate; refused while anything is missing',
    response: Agreement,
    ifMatch: true,
  },
  decideGate: {
    method: 'POST',
    path: '/agreements/:agreementId/decision',
    access: 'agreements:approve',
    summary: 'Record what a review decided: on to the next gate, or back to draft with a reason',
    body: Closed({
      gate: Type.Enum(['legal', 'risk', 'board', 'signatures']),
      decision: Type.Enum(['approved', 'returned']),
      decidedBy: Line(120),
      note: Type.Optional(Prose(2000)),
    }),
    response: Agreement,
    ifMatch: true,
  },
  signAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/signature',
    access: 'agreements:approve',
    summary: 'Sign for the district, exactly the document that was shown',
    body: Closed({
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Line(120),
      title: Type.Optional(Prose(120)),
      consent: Type.Literal(true),
      /** The language the consent was read in; that of the agreement unless said otherwise. */
      language: Type.Optional(Type.Enum(['en', 'es'])),
    }),
    response: Agreement,
  },
  withdrawAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/withdrawal',
    access: 'agreements:write',
    summary: 'Give up an agreement that is not signed, and say why',
    body: Closed({ note: Line(2000) }),
    response: Agreement,
    ifMatch: true,
  },
  endAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/end',
    access: 'agreements:approve',
    summary: 'End a signed agreement early, with its last day and a reason',
    body: Closed({
      lastDay: Day,
      reason: EndReason,
      note: Type.Optional(Prose(2000)),
    }),
    response: Agreement,
    ifMatch: true,
  },
  giveNotice: {
    method: 'POST',
    path: '/agreements/:agreementId/notice',
    access: 'agreements:approve',
    summary: 'Record that a side gave notice: it ends with this term, or the next when the day has passed',
    body: Closed({
      side: Type.Enum(['district', 'partner']),
      givenOn: Day,
      note: Type.Optional(Prose(2000)),
    }),
    response: Agreement,
    ifMatch: true,
  },
  inviteSigner: {
    method: 'POST',
    path: '/agreements/:agreementId/invitation',
    access: 'agreements:write',
    summary: 'E-mail the partner a link to read the agreement, and to sign it when it is ready',
    body: Closed({ contactId: Type.Optional(Id) }),
    response: Agreement,
  },
})
