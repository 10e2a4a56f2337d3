/** What other features call of this one. */
export { queueMail } from '../mail/queue-mail.ts'
export { notify } from '../notifications/notify.ts'
