import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import * as answers from './answer-schemas.ts'
import * as schemas from './schemas.ts'

const [read, write] = ['needs:read', 'needs:write'] as const

/** A school asks partners for help, they answer by link, and the school says what came of it (domain 6.3). */
export const helpRequestsContract = defineContract({
  listHelpRequests: {
    method: 'GET',
    path: '/help-requests',
    access: read,
    summary:
      'Help that schools asked partners for, with how far it is and whether the first answer came in time',
    query: schemas.HelpRequestQuery,
    response: Page(schemas.HelpRequestListed),
  },
  suggestPartners: {
    method: 'GET',
    path: '/help-request-partners/suggested',
    access: write,
    summary:
      'Partners that could help a school, the best first, each with its reasons and whom the e-mail would go to',
    query: schemas.SuggestionQuery,
    response: schemas.SuggestedPartners,
  },
  askForHelp: {
    method: 'POST',
    path: '/help-requests',
    access: write,
    summary: 'Ask partners for help for a school; each is e-mailed a link to answer by',
    body: schemas.NewHelpRequest,
    response: schemas.HelpRequest,
  },
  getHelpRequest: {
    method: 'GET',
    path: '/help-requests/:helpRequestId',
    access: read,
    summary: 'What came of a request: who was asked, what they said, what was delivered and what it became',
    response: schemas.HelpRequest,
  },
  askMorePartners: {
    method: 'POST',
    path: '/help-requests/:helpRequestId/partners',
    access: write,
    summary: 'Ask more partners, or one again that has dropped out',
    body: schemas.MorePartners,
    response: schemas.HelpRequest,
  },
  closeHelpRequest: {
    method: 'POST',
    path: '/help-requests/:helpRequestId/closing',
    access: write,
    summary: 'Say whether the school got the help, or why not; this ends the request and may meet its need',
    body: answers.HelpClosingSaid,
    response: schemas.HelpRequest,
    ifMatch: true,
  },
  answerForPartner: {
    method: 'POST',
    path: '/help-request-partners/:partnerId/answer',
    access: write,
    summary: 'Write down what a partner said by telephone',
    body: answers.AnswerForPartner,
    response: schemas.HelpRequest,
    ifMatch: true,
  },
  acceptHelp: {
    method: 'POST',
    path: '/help-request-partners/:partnerId/acceptance',
    access: write,
    summary:
      'Take a partner’s help: it becomes a service at the school with a partnership behind it, unless it is given once',
    body: answers.HelpAcceptance,
    response: schemas.HelpRequest,
    ifMatch: true,
  },
  turnHelpDown: {
    method: 'POST',
    path: '/help-request-partners/:partnerId/turning-down',
    access: write,
    summary: 'Do not take a partner’s help, or stop asking it',
    body: answers.TurnDown,
    response: schemas.HelpRequest,
    ifMatch: true,
  },
  progressForPartner: {
    method: 'POST',
    path: '/help-request-partners/:partnerId/progress',
    access: write,
    summary: 'Write down that help is scheduled, has begun, was delivered or will not come',
    body: answers.HelpProgress,
    response: schemas.HelpRequest,
    ifMatch: true,
  },
  remindHelpPartner: {
    method: 'POST',
    path: '/help-request-partners/:partnerId/reminder',
    access: write,
    summary: 'E-mail a partner a fresh link to answer or to say how far it is',
    response: schemas.HelpRequest,
  },
  readHelpRequestByLink: {
    method: 'GET',
    path: '/link/help-request',
    access: { link: 'help-request' },
    summary: 'What a school asks of the partner, and what the partner has said',
    response: answers.HelpForPartner,
  },
  answerHelpRequest: {
    method: 'POST',
    path: '/link/help-request/answer',
    access: { link: 'help-request' },
    summary: 'Say that the partner can help, can in part or cannot; it may change until the school takes it',
    body: answers.PartnerAnswer,
    response: answers.HelpForPartner,
  },
  tellHelpProgress: {
    method: 'POST',
    path: '/link/help-request/progress',
    access: { link: 'help-request' },
    summary: 'Say when help begins, that it has begun, what was delivered, or that it will not come',
    body: answers.PartnerProgress,
    response: answers.HelpForPartner,
  },
})
