import { createHash } from 'node:crypto'
import { refusal } from '@common-table/shared/contract/refusals'
import type { SentOffer } from '@common-table/shared/pipeline/offer-schemas'
import { signsOf } from '@common-table/shared/pipeline/spam-signs'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { notify } from '../notifications/index.ts'
import { checkChallenge, newChallenge } from './offer-form.ts'
import { formOf, insertOffer, offersOfDay } from './offer-queries.ts'

/** What a form begins with: a challenge that says when it was opened. */
export const openForm = (services: Services, districtId: string, now: Date): string =>
  newChallenge(services.cursors, districtId, now)

/** The kinds of help a public form names; nothing where no form is open. */
export const offeredKinds = async (
  db: Db,
): Promise<{ id: string; name: string; nameEs: string }[] | undefined> => {
  const form = await formOf(db)
  return form && (JSON.parse(form.categories) as { id: string; name: string; nameEs: string }[])
}

/** Takes in what a stranger sent through a public form; what looks like spam is kept aside. Sent twice it is one offer. */
export const takeOffer = async (
  services: Services,
  districtId: string,
  body: SentOffer,
  { now, author }: { now: Date; author: Author },
): Promise<void> => {
  const secondsOpen = checkChallenge(services.cursors, districtId, body.token, now)
  await services.write(districtId, author, async (db) => {
    if (!(await formOf(db))) throw refusal('offers-closed')
    const signs = signsOf({
      hidden: body.companyUrl ?? '',
      secondsOpen,
      message: body.message,
      name: body.organizationName,
      before: await offersOfDay(db, body.contactEmail.trim().toLowerCase()),
    })
    const tokenHash = createHash('sha256').update(body.token).digest('base64url')
    const offerId = await insertOffer(db, body, { signs, tokenHash })
    if (offerId && signs.length === 0)
      await notify(
        db,
        { roles: ['director', 'coordinator'] },
        'pipeline.offer',
        { name: body.organizationName.trim() },
        `/placing/offers?offer=${offerId}`,
      )
  })
}
