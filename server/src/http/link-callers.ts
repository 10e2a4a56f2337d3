import { createHash } from 'node:crypto'
import type { LinkAccess } from '@common-table/shared/contract/permission'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Actor } from './actor.ts'

/** What is kept of a link's secret. It has full entropy, so a plain hash is enough. */
export const linkHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The district and the hash of a link's token, `<district>.<secret>`; undefined when it is not one. */
export const readLinkToken = (token: string): { districtId: string; hash: string } | undefined => {
  const [, districtId, secret] = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{43})$/.exec(token) ?? []
  return districtId && secret ? { districtId, hash: linkHash(secret) } : undefined
}

/** How a link `l` stands, as SQL: the one place that knows. */
export const linkStateSql = `case when l.used_at is not null then 'used' when l.revoked_at is not null then 'revoked'
  when l.replaced_at is not null then 'replaced' when l.expires_at <= now() then 'expired' else 'open' end`

interface HeldLink {
  id: string
  purpose: LinkPurpose
  state: 'open' | 'used' | 'revoked' | 'replaced' | 'expired'
  subject_table: string
  subject_id: string
  organization_id: string | null
  school_id: string | null
  partnership_id: string | null
  name: string
  email: string
  locale: 'en' | 'es'
  district: string
  district_email: string | null
}

const held = statement<HeldLink>(
  `select l.id, l.purpose, ${linkStateSql} as state, l.subject_table, l.subject_id, l.organization_id, l.school_id, l.partnership_id,
     l.name, l.email, l.locale, d.name as district, d.contact_email as district_email
   from links l join districts d on d.id = l.district_id where l.district_id = app_district() and l.token_hash = $1`,
)
const spend = statement(
  'update links set used_at = now() where district_id = app_district() and id = $1 and used_at is null and revoked_at is null',
)

/** What a link that is not open is refused with. */
const closed = {
  used: ['link-used', 'This link works once and has been used: what you sent has arrived.'],
  expired: ['link-expired', 'This link has expired. Ask for a new one.'],
  replaced: [
    'link-expired',
    'A newer link was sent in place of this one. Use the newest e-mail, or ask for a new one.',
  ],
  revoked: ['link-revoked', 'The district withdrew this link. Write to them if you still need it.'],
} as const

const closedProblem = (link: HeldLink, state: keyof typeof closed): ProblemError =>
  new ProblemError(closed[state][0], closed[state][1], {
    current: {
      state,
      purpose: link.purpose,
      districtName: link.district,
      contactEmail: link.district_email,
    },
  })

const needed = (): ProblemError =>
  new ProblemError(
    'link-needed',
    'Open this page with the whole link from your e-mail; it may have been cut.',
  )

/**
 * Who holds the link of `Authorization: Link <token>`, or the reason why not. One statement. A used link still comes
 * through where using it up is the act itself: there a repeated request is given the first one's answer.
 */
export const linkHolder = async (
  authorization: string | undefined,
  access: LinkAccess,
  read: (districtId: string) => Db,
): Promise<Actor> => {
  const token = /^Link (\S{1,200})$/i.exec(authorization ?? '')?.[1]
  const said = token === undefined ? undefined : readLinkToken(token)
  const link = said && (await read(said.districtId).one(held, [said.hash]))
  if (!said || !link) throw needed()
  if (access.link !== 'any' && access.link !== link.purpose)
    throw new ProblemError(
      'link-for-something-else',
      'This link is for something else and shows nothing here.',
    )
  if (link.state !== 'open' && !(link.state === 'used' && access.spends))
    throw closedProblem(link, link.state)
  return {
    kind: 'link',
    id: link.id,
    districtId: said.districtId,
    name: link.name,
    role: 'partner',
    permissions: [],
    schoolIds: [],
    sessionId: null,
    link: {
      id: link.id,
      purpose: link.purpose,
      subjectTable: link.subject_table,
      subjectId: link.subject_id,
      organizationId: link.organization_id,
      schoolId: link.school_id,
      partnershipId: link.partnership_id,
      name: link.name,
      email: link.email,
      locale: link.locale,
      refusal: closedProblem(link, 'used'),
    },
  }
}

/** Uses a link up within the transaction of the act: of two at once the second waits, and is refused. */
export const spendLink = async (db: Db, link: NonNullable<Actor['link']>): Promise<void> => {
  if ((await db.run(spend, [link.id])) === 0) throw link.refusal
}
