import * as Type from 'typebox'
import { Closed, Line, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  CharterLine,
  CharterLineChange,
  Decision,
  DecisionFilter,
  NewCharterLine,
  NewDecision,
  NextTerm,
  Taken,
} from './schemas.ts'

export const decisionsContract = defineContract({
  listCharterLines: {
    method: 'GET',
    path: '/charter-lines',
    access: 'check-ins:read',
    summary:
      'The decision charter: kinds of decisions, who is at the table, by which method, within how many days',
    response: Type.Object({ items: Type.Array(CharterLine) }),
  },
  addCharterLine: {
    method: 'POST',
    path: '/charter-lines',
    access: 'partnerships:write',
    summary: 'Add a kind of decision to the charter',
    body: NewCharterLine,
    response: CharterLine,
  },
  changeCharterLine: {
    method: 'PATCH',
    path: '/charter-lines/:charterLineId',
    access: 'partnerships:write',
    summary: 'Change a line of the charter; decisions that were taken keep theirs',
    body: CharterLineChange,
    response: CharterLine,
    ifMatch: true,
  },
  listDecisions: {
    method: 'GET',
    path: '/decisions',
    access: 'check-ins:read',
    summary: 'The log of decisions, newest first',
    query: DecisionFilter,
    response: Page(Decision),
  },
  askDecision: {
    method: 'POST',
    path: '/decisions',
    access: 'partnerships:write',
    summary: 'Put a question under a line of the charter; its time begins',
    body: NewDecision,
    response: Decision,
  },
  takeDecision: {
    method: 'POST',
    path: '/decisions/:decisionId/taking',
    access: 'partnerships:write',
    summary: 'Record a decision; refused while a seat of the charter is empty or its method is not met',
    body: Taken,
    response: Decision,
    ifMatch: true,
  },
  decideNextTerm: {
    method: 'POST',
    path: '/partnerships/:partnershipId/next-term',
    access: 'partnerships:write',
    summary:
      'Record under the charter whether a partnership is renewed, revised or ended, with what the rule advised',
    body: NextTerm,
    response: Decision,
  },
  withdrawDecision: {
    method: 'POST',
    path: '/decisions/:decisionId/withdrawal',
    access: 'partnerships:write',
    summary: 'The question needs no decision any more, and why',
    body: Closed({ outcome: Line(2000) }),
    response: Decision,
    ifMatch: true,
  },
})
