import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { createLink } from '../links/index.ts'
import { queueMail } from '../mail/index.ts'
import { markAsked, silentOf } from './answer-queries.ts'

const district = statement<{ name: string }>('select name from districts where id = app_district()')

/** Mails everyone who has not answered a fresh link; an older one stops working. Answers how many were written to. */
export const askSilent = async (
  db: Db,
  services: Services,
  { id, note }: { id: string; note: string },
  author: Author,
): Promise<number> => {
  const { name: office } = (await db.one(district))! // the district of the caller exists
  const silent = await silentOf(db, id)
  for (const { id: answerId, organizationId, organizationName, contactId, name, email, locale } of silent) {
    const { path } = await createLink(db, services, {
      purpose: 'can-deliver',
      subject: { table: 'delivery_poll_answers', id: answerId },
      organizationId,
      to: { name, email, contactId, locale },
      author,
    })
    await queueMail(db, services, {
      to: { address: email, name },
      kind: 'canDeliver',
      locale,
      link: path,
      about: { organizationId },
      facts: { name, organization: organizationName, district: office, note },
    })
  }
  await markAsked(db, id)
  return silent.length
}
