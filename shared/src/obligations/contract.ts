import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Due, DueFilter, KeptDue, NewObligation, Obligation, ObligationChange, WaivedDue } from './schemas.ts'

export const obligationsContract = defineContract({
  addObligation: {
    method: 'POST',
    path: '/agreements/:agreementId/obligations',
    access: 'agreements:write',
    summary: 'Add a promise to a draft: which side, what, by when or how often, shown by what',
    body: NewObligation,
    response: Obligation,
  },
  changeObligation: {
    method: 'PATCH',
    path: '/obligations/:obligationId',
    access: 'agreements:write',
    summary: 'Change a promise of a draft',
    body: ObligationChange,
    response: Obligation,
    ifMatch: true,
  },
  removeObligation: {
    method: 'DELETE',
    path: '/obligations/:obligationId',
    access: 'agreements:write',
    summary: 'Take a promise out of a draft',
  },
  listDues: {
    method: 'GET',
    path: '/obligation-dues',
    access: 'agreements:read',
    summary: 'Promises of signed agreements by the day they are due, with what became of each',
    query: DueFilter,
    response: Page(Due),
  },
  keepDue: {
    method: 'POST',
    path: '/obligation-dues/:dueId/kept',
    access: 'agreements:write',
    summary: 'Record that a promise was kept, when, and what shows it; after its day it counts as late',
    body: KeptDue,
    response: Due,
    ifMatch: true,
  },
  waiveDue: {
    method: 'POST',
    path: '/obligation-dues/:dueId/waiver',
    access: 'agreements:write',
    summary: 'Let a promise go this once, and say why',
    body: WaivedDue,
    response: Due,
    ifMatch: true,
  },
  reopenDue: {
    method: 'POST',
    path: '/obligation-dues/:dueId/reopening',
    access: 'agreements:write',
    summary: 'Take back what was recorded about a promise',
    response: Due,
    ifMatch: true,
  },
})
