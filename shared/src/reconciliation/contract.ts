import { Closed, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Compared,
  MismatchAct,
  MismatchListed,
  MismatchQuery,
  MismatchRow,
  PartnerAnswer,
  PartnerQuestion,
} from './schemas.ts'

/** What schools and partners say, side by side with the record, and what is done about each difference. */
export const reconciliationContract = defineContract({
  listMismatches: {
    method: 'GET',
    path: '/mismatches',
    access: 'needs:read',
    summary: 'Differences between what schools say, what partners say and the record, the newest first',
    query: MismatchQuery,
    response: Page(MismatchListed),
  },
  getMismatch: {
    method: 'GET',
    path: '/mismatches/:mismatchId',
    access: 'needs:read',
    summary: 'One difference with its history',
    response: MismatchRow,
  },
  settleMismatch: {
    method: 'POST',
    path: '/mismatches/:mismatchId/resolution',
    access: 'organizations:write',
    summary:
      'Settle a difference: end here, add here, take over seats, name the partner, or leave it with a reason',
    body: MismatchAct,
    response: MismatchRow,
    ifMatch: true,
  },
  undoSettlement: {
    method: 'POST',
    path: '/mismatches/:mismatchId/undoing',
    access: 'organizations:write',
    summary: 'Take a settlement back: the record is as it was before it',
    body: Closed({}),
    response: MismatchRow,
    ifMatch: true,
  },
  askSchoolAboutPartner: {
    method: 'POST',
    path: '/mismatches/:mismatchId/question',
    access: 'organizations:write',
    summary: 'Ask the principal by an e-mailed link whether the partner is at the school',
    body: Closed({}),
    response: MismatchRow,
  },
  compareAll: {
    method: 'POST',
    path: '/mismatches/comparison',
    access: 'organizations:write',
    summary: 'Compare every word with the record as it is now; repeatable',
    body: Closed({}),
    response: Compared,
  },
  readPartnerQuestion: {
    method: 'GET',
    path: '/link/confirm-partner',
    access: { link: 'confirm-partner' },
    summary: 'What a principal is asked about one partner',
    response: PartnerQuestion,
  },
  answerPartnerQuestion: {
    method: 'POST',
    path: '/link/confirm-partner',
    access: { link: 'confirm-partner', spends: true },
    summary: 'Say whether the partner is at the school, once',
    body: PartnerAnswer,
    response: PartnerQuestion,
  },
})
