import { setTimeout as pause } from 'node:timers/promises'
import type { partnerLinksContract } from '@common-table/shared/links/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { logoOf } from '../district/index.ts'
import { Download, json } from '../http/answers.ts'
import { readLinkToken } from '../http/link-callers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { mailLink } from './make-link.ts'
import { endLink, knownLink, linkList, linkOf, linkOfHash, openedLink, type KnownLink } from './queries.ts'

/** Longer than writing a mail takes, so that the answer's time does not tell whether a link is known. */
const sameForAll = 250

/** Nobody's mailbox is flooded by a page that is pressed again and again. */
const mailsPerHour = 5

const again = (link: KnownLink) => ({
  purpose: link.purpose,
  subject: { table: link.subject_table, id: link.subject_id },
  ...(link.organization_id && { organizationId: link.organization_id }),
  ...(link.school_id && { schoolId: link.school_id }),
  partnershipId: link.partnership_id,
  to: { name: link.name, email: link.email, contactId: link.contact_id, locale: link.locale },
})

const mayRenewItself = (link: KnownLink): boolean =>
  (link.state === 'expired' || link.state === 'replaced') &&
  link.still_theirs &&
  link.sent_last_hour < mailsPerHour

export const partnerLinksHandlers: Handlers<typeof partnerLinksContract> = {
  listLinks: async ({ db, query, page }) => {
    const { limit = 50, cursor: _, ...filters } = query
    return listAnswer(
      await linkList(db, { filters, sort: 'newest', descending: true, after: page.after, limit }),
      page,
    )
  },

  getLink: async ({ db, params }) => json((await linkOf(db, params.linkId)) ?? notFound('link')),

  revokeLink: async ({ db, params }) => {
    if (!(await endLink(db, params.linkId)) && (await knownLink(db, params.linkId))?.state === 'used')
      throw refusal('link-done')
    return json((await linkOf(db, params.linkId)) ?? notFound('link'))
  },

  sendLinkAgain: async ({ db, services, params, author }) => {
    const link = (await knownLink(db, params.linkId)) ?? notFound('link')
    if (link.state === 'used') throw refusal('link-done')
    const { id } = await mailLink(db, services, { ...again(link), author })
    return json((await linkOf(db, id)) ?? notFound('link'))
  },

  openLink: async ({ db, actor }) => json((await openedLink(db, actor.link.id)) ?? notFound('link')),

  getLinkLogo: async ({ db, services }) => {
    const logo = (await logoOf(db)) ?? notFound('logo')
    return new Download('logo', logo.mediaType, services.files.open(logo.sha256))
  },

  askForNewLink: async ({ services, body, author }) => {
    const answered = pause(sameForAll)
    const said = readLinkToken(body.token)
    if (said)
      await services.write(said.districtId, { ...author, kind: 'link', name: 'renewal' }, async (db) => {
        const link = await linkOfHash(db, said.hash)
        if (link && mayRenewItself(link))
          await mailLink(db, services, {
            ...again(link),
            author: { ...author, kind: 'link', name: link.name },
          })
      })
    await answered
  },
}
