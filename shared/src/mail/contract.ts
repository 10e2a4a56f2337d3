import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Mail, MailQuery, MailSummary } from './schemas.ts'

export const mailContract = defineContract({
  listMails: {
    method: 'GET',
    path: '/mails',
    access: 'outbox:read',
    summary: 'Mails on their way, sent, failed or kept, newest first',
    query: MailQuery,
    response: Page(MailSummary),
  },
  getMail: {
    method: 'GET',
    path: '/mails/:mailId',
    access: 'outbox:read',
    summary: 'One mail with its text',
    response: Mail,
  },
  sendMailAgain: {
    method: 'POST',
    path: '/mails/:mailId/retry',
    access: 'outbox:read',
    summary: 'Send a failed or kept mail again',
    response: Mail,
  },
})
