import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'
import { queues } from '../jobs/queues.ts'

interface MailRow {
  to_address: string
  to_name: string
  subject: string
  body: string
  locale: string
  attempts: number
}

const waiting = statement<MailRow>(
  `select to_address, to_name, subject, body, locale, attempts from mails
   where district_id = app_district() and id = $1 and status = 'queued'`,
)
const sent = statement(
  `update mails set status = 'sent', sent_at = now(), attempts = attempts + 1, error = null,
     body = case when secret then '' else body end
   where district_id = app_district() and id = $1`,
)
const failed = statement(
  `update mails set attempts = attempts + 1, error = $2, status = case when $3 then 'failed' else status end
   where district_id = app_district() and id = $1`,
)

const hostOf = (sender: string): string => /@([^\s<>@]+)>?$/.exec(sender)?.[1] ?? 'common-table.invalid'

/** Sends queued mails when a mail server is set; a mail that fails is tried again with growing pauses. */
export const sendMails = async (services: Services): Promise<void> => {
  const { smtpUrl, mailFrom } = services.settings
  if (!smtpUrl) return
  // Only where mail leaves this machine: it takes a start a tenth of its time.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtpUrl, { from: mailFrom })
  const author = { kind: 'system', id: null, name: 'mail', requestId: null } as const
  await services.jobs.work<{ districtId: string; mailId: string }>('mail', async ({ data }) => {
    const { districtId, mailId } = data
    const mail = await services.read(districtId).one(waiting, [mailId])
    if (!mail) return
    try {
      await transport.sendMail({
        to: { address: mail.to_address, name: mail.to_name },
        subject: mail.subject,
        text: mail.body,
        // The same for every try: a receiver that got it twice shows it once (RFC 5322, 3.6.4).
        messageId: `<${mailId}@${hostOf(mailFrom)}>`,
        headers: { 'Content-Language': mail.locale, 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      const last = mail.attempts >= queues.mail.retryLimit
      const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
      await services.write(districtId, author, (db) => db.run(failed, [mailId, reason, last]))
      throw error
    }
    await services.write(districtId, author, (db) => db.run(sent, [mailId]))
  })
}
