import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Invitation,
  NewRound,
  Reminded,
  Reminder,
  Reply,
  ReplyQuery,
  Round,
  RoundChange,
  RoundQuery,
  Rounds,
} from './schemas.ts'

const access = 'organizations:write'

/** Asking every school or many partners at once, and seeing who answered. */
export const roundsContract = defineContract({
  listRounds: {
    method: 'GET',
    path: '/rounds',
    access,
    summary:
      'School snapshots and partner censuses, the latest first, with how many were asked, opened and answered',
    query: RoundQuery,
    response: Rounds,
  },
  openRound: {
    method: 'POST',
    path: '/rounds',
    access,
    summary: 'Open a snapshot for every school or a census for many partners, and mail each its link',
    body: NewRound,
    response: Round,
  },
  getRound: {
    method: 'GET',
    path: '/rounds/:roundId',
    access,
    summary: 'One snapshot or census with its counts',
    response: Round,
  },
  changeRound: {
    method: 'PATCH',
    path: '/rounds/:roundId',
    access,
    summary: 'Move the last day of a round, close it or take answers again',
    body: RoundChange,
    response: Round,
    ifMatch: true,
  },
  inviteToRound: {
    method: 'POST',
    path: '/rounds/:roundId/invitations',
    access,
    summary: 'Ask more partners in a census that is open, or schools that opened since a snapshot began',
    body: Invitation,
    response: Round,
  },
  listReplies: {
    method: 'GET',
    path: '/rounds/:roundId/replies',
    access,
    summary: 'Every school or partner of a round: asked, opened, answered, reminded',
    query: ReplyQuery,
    response: Page(Reply),
  },
  remindOfRound: {
    method: 'POST',
    path: '/rounds/:roundId/reminders',
    access,
    summary: 'Mail a fresh link to those who have not answered, all or some',
    body: Reminder,
    response: Reminded,
  },
})
