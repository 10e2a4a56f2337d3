import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { linkStateSql } from '../http/link-callers.ts'

const item = `json_build_object('id', l.id, 'purpose', l.purpose, 'state', ${linkStateSql},
  'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
  'school', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
  'partnership', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end,
  'name', l.name, 'email', l.email, 'createdAt', l.created_at, 'createdBy', nullif(l.created_by_name, ''),
  'expiresAt', l.expires_at, 'usedAt', l.used_at, 'revokedAt', l.revoked_at, 'lastUsedAt', l.last_used_at,
  'useCount', l.use_count)`
const side = (
  link: string,
) => `left join organizations o on o.district_id = ${link}.district_id and o.id = ${link}.organization_id
  left join schools s on s.district_id = ${link}.district_id and s.id = ${link}.school_id`
const joins = `${side('l')}
  left join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id`

/** Links, newest first. */
export const linkList = listBy({
  from: 'links l',
  alias: 'l',
  filters: {
    organizationId: 'l.organization_id = ?::uuid',
    partnershipId: 'l.partnership_id = ?::uuid',
    schoolId: 'l.school_id = ?::uuid',
    purpose: 'l.purpose = ?',
    state: `${linkStateSql} = ?`,
  },
  sorts: { newest: [['l.id', 'uuid']] },
  item,
  joins,
})

const one = statement<{ link: string }>(
  `select ${item}::text as link from links l ${joins} where l.district_id = app_district() and l.id = $1`,
)
export const linkOf = async (db: Db, linkId: string) => (await db.one(one, [linkId]))?.link

export interface MadeLink {
  id: string
  expires_at: string
  name: string
  email: string
  locale: 'en' | 'es'
  organization: string
  district: string
  time_zone: string
}
/** Older links of this purpose to the same address for the same record stop working: the newest e-mail counts. */
const make = statement<MadeLink>(`with older as (
    update links set replaced_at = now()
    where district_id = app_district() and subject_id = $3 and purpose = $1 and lower(email) = lower($8)
      and used_at is null and revoked_at is null and replaced_at is null
  ), made as (
    insert into links (district_id, purpose, subject_table, subject_id, organization_id, partnership_id, contact_id,
      name, email, locale, token_hash, expires_at, created_by, created_by_name, school_id)
    values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, (
        select case when c.language like 'es%' then 'es' else 'en' end from contacts c
        where c.district_id = app_district() and c.id = $6), 'en'),
      $10, now() + make_interval(days => $11), $12, $13, $14)
    returning *
  )
  select m.id, m.expires_at, m.name, m.email, m.locale, coalesce(o.name, s.name) as organization, d.name as district, d.time_zone
  from made m ${side('m')}
    join districts d on d.id = m.district_id`)
export const insertLink = (db: Db, values: readonly unknown[]) => db.one(make, values)

export interface KnownLink {
  id: string
  purpose: LinkPurpose
  state: 'open' | 'used' | 'revoked' | 'replaced' | 'expired'
  subject_table: string
  subject_id: string
  organization_id: string | null
  school_id: string | null
  partnership_id: string | null
  contact_id: string | null
  name: string
  email: string
  locale: 'en' | 'es'
  /** Whether the address still is the one of the contact, or of the school's principal, it was sent to. */
  still_theirs: boolean
  sent_last_hour: number
}
const facts = `select l.id, l.purpose, ${linkStateSql} as state, l.subject_table, l.subject_id, l.organization_id,
    l.school_id, l.partnership_id, l.contact_id, l.name, l.email, l.locale,
    case when l.school_id is not null then exists (select from schools s where s.district_id = l.district_id
      and s.id = l.school_id and lower(s.principal_email) = lower(l.email))
    else l.contact_id is null or exists (select from contacts c where c.district_id = l.district_id
      and c.organization_id = l.organization_id and lower(c.email) = lower(l.email)) end as still_theirs,
    (select count(*) from links s where s.district_id = l.district_id and s.subject_id = l.subject_id
      and s.purpose = l.purpose and s.created_at > now() - interval '1 hour')::integer as sent_last_hour
  from links l where l.district_id = app_district()`
const byHash = statement<KnownLink>(`${facts} and l.token_hash = $1`)
export const linkOfHash = (db: Db, hash: string) => db.one(byHash, [hash])
const byId = statement<KnownLink>(`${facts} and l.id = $1`)
export const knownLink = (db: Db, linkId: string) => db.one(byId, [linkId])

const revoke = statement(
  `update links set revoked_at = now() where district_id = app_district() and id = $1
     and revoked_at is null and used_at is null`,
)
export const endLink = async (db: Db, linkId: string) => (await db.run(revoke, [linkId])) > 0

const revokeAll = statement(
  `update links set revoked_at = now() where district_id = app_district() and subject_id = $1 and purpose = $2
     and revoked_at is null and used_at is null and replaced_at is null`,
)
export const endLinksOf = (db: Db, subjectId: string, purpose: LinkPurpose) =>
  db.run(revokeAll, [subjectId, purpose])

const open = statement<{ opened: string }>(`with l as (
    update links set last_used_at = now(), use_count = use_count + 1
    where district_id = app_district() and id = $1 returning *
  )
  select json_build_object('purpose', l.purpose, 'name', l.name, 'email', l.email, 'organizationName', coalesce(o.name, s.name),
    'locale', l.locale, 'expiresAt', l.expires_at, 'district', json_build_object('name', d.name,
      'contactEmail', d.contact_email, 'contactPhone', d.contact_phone, 'brandHue', d.brand_hue,
      'hasLogo', d.logo_file_id is not null))::text as opened
  from l ${side('l')}
    join districts d on d.id = l.district_id`)
/** Counts the visit and answers what the page may know. */
export const openedLink = async (db: Db, linkId: string) => (await db.one(open, [linkId]))?.opened

export interface Recipient {
  contactId: string
  name: string
  email: string
  locale: 'en' | 'es'
}
const reachable = statement<Recipient>(
  `select id as "contactId", name, email, case when language like 'es%' then 'es' else 'en' end as locale from contacts
   where district_id = app_district() and organization_id = $1 and email <> '' and ($2::uuid is null or id = $2)
   order by is_primary desc, name, id limit 1`,
)
/** Whom a link for an organisation goes to: this contact, else the primary one, else any with an address. */
export const recipientOf = (db: Db, organizationId: string, contactId?: string | null) =>
  db.one(reachable, [organizationId, contactId ?? null])
