import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

const access = 'partnerships:write'

/** "Can you still deliver?": one question to all partners in force, and a board that fills as they answer (B19). */
export const deliveryPollsContract = defineContract({
  weighAudience: {
    method: 'POST',
    path: '/delivery-polls/audience',
    access,
    asks: true,
    summary: 'How many partners a poll would ask, and how many of them no e-mail can reach; nothing is sent',
    body: schemas.PollFilters,
    response: schemas.PollAudience,
  },
  startPoll: {
    method: 'POST',
    path: '/delivery-polls',
    access,
    summary:
      'Ask every partner in force, or those that are meant, whether it can still deliver; each gets a link by e-mail',
    body: schemas.NewPoll,
    response: schemas.Poll,
  },
  listPolls: {
    method: 'GET',
    path: '/delivery-polls',
    access,
    summary: 'Emergency polls, the latest first, with how many have answered what',
    response: schemas.Polls,
  },
  getPollBoard: {
    method: 'GET',
    path: '/delivery-polls/:pollId',
    access,
    summary: 'Who answered what, who is silent, and what falls into gap if those who said no do not come',
    response: schemas.PollBoard,
  },
  followPoll: {
    method: 'GET',
    path: '/delivery-polls/:pollId/live',
    access,
    summary: 'How many have answered what, as it goes',
    response: schemas.PollProgress,
    events: true,
  },
  changePoll: {
    method: 'PATCH',
    path: '/delivery-polls/:pollId',
    access,
    summary: 'Close a poll, so that answers are no longer taken, or open it again',
    body: schemas.PollChange,
    response: schemas.Poll,
    ifMatch: true,
  },
  askSilentAgain: {
    method: 'POST',
    path: '/delivery-polls/:pollId/reminders',
    access,
    summary: 'Mail a fresh link to everyone who has not answered',
    response: schemas.AskedAgain,
  },
  answerPollForPartner: {
    method: 'POST',
    path: '/delivery-poll-answers/:answerId/answer',
    access,
    summary: 'Write down what a partner said by telephone',
    body: schemas.DeliverySaid,
    response: schemas.PollAnswer,
    ifMatch: true,
  },
  readPollByLink: {
    method: 'GET',
    path: '/link/can-deliver',
    access: { link: 'can-deliver' },
    summary: 'What a partner is asked, and what it has said',
    response: schemas.DeliveryQuestion,
  },
  answerPollByLink: {
    method: 'POST',
    path: '/link/can-deliver/answer',
    access: { link: 'can-deliver' },
    summary: 'Say whether the partner can still deliver; it may change until the poll is closed',
    body: schemas.DeliverySaid,
    response: schemas.DeliveryQuestion,
  },
})
