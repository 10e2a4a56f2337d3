/** What other features call of this one. */
export { queueMail } from './queue-mail.ts'
