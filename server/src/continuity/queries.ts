import type { Holding, RequiredRole } from '@common-table/shared/continuity/roles'
import type { Holders, Holdings, HoldersChange } from '@common-table/shared/continuity/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export type Scope = readonly string[] | null

const person = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`

const holders = statement<
  Holders & { stage: string }
>(`select ${person('l')} as lead, ${person('b')} as backup,
    ${person('pl')} as "partnerLead", ${person('pb')} as "partnerBackup", p.stage, p.version,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'liaison', ${person('u')}) order by s.name), '[]')
      from partnership_schools k join schools s on s.district_id = k.district_id and s.id = k.school_id
        left join school_liaisons i on i.district_id = k.district_id and i.partnership_id = k.partnership_id and i.school_id = k.school_id
        left join users u on u.district_id = i.district_id and u.id = i.user_id
      where k.district_id = p.district_id and k.partnership_id = p.id) as schools,
    (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]') from users u
      where u.district_id = p.district_id and u.status = 'active' and (u.role in ('admin', 'director', 'coordinator')
        or u.id in (p.lead_user_id, p.backup_user_id) or (u.role = 'school' and exists (select from user_schools a
          join partnership_schools k on k.district_id = a.district_id and k.school_id = a.school_id
          where a.district_id = u.district_id and a.user_id = u.id and k.partnership_id = p.id)))) as people,
    (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.is_primary desc, c.name, c.id), '[]')
      from contacts c where c.district_id = p.district_id and c.organization_id = p.organization_id) as contacts,
    (select coalesce(json_agg(json_build_object('id', t.id, 'dueOn', t.due_on, 'owner', ${person('u')}, 'departureId', t.departure_id)
        order by t.due_on), '[]') from reconfirm_tasks t left join users u on u.district_id = t.district_id and u.id = t.owner_user_id
      where t.district_id = p.district_id and t.partnership_id = p.id and t.done_at is null) as "openTasks"
  from partnerships p
    left join users l on l.district_id = p.district_id and l.id = p.lead_user_id
    left join users b on b.district_id = p.district_id and b.id = p.backup_user_id
    left join contacts pl on pl.district_id = p.district_id and pl.id = p.partner_lead_id
    left join contacts pb on pb.district_id = p.district_id and pb.id = p.partner_backup_id
  where p.district_id = app_district() and p.id = $1 and ($2::uuid[] is null or exists (select from partnership_schools s
    where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`)
export const holdersOf = (db: Db, scope: Scope, partnershipId: string) =>
  db.one(holders, [partnershipId, scope])

const update = statement(`update partnerships set
    lead_user_id = case when $3 then $4::uuid else lead_user_id end, backup_user_id = case when $5 then $6::uuid else backup_user_id end,
    partner_lead_id = case when $7 then $8::uuid else partner_lead_id end,
    partner_backup_id = case when $9 then $10::uuid else partner_backup_id end
  where district_id = app_district() and id = $1 and version = $2`)
/** Answers whether `version` was still current. */
export const updateHolders = async (db: Db, id: string, version: number, change: HoldersChange) => {
  const given = (name: keyof HoldersChange) => [change[name] !== undefined, change[name] ?? null]
  const names = ['leadUserId', 'backupUserId', 'partnerLeadId', 'partnerBackupId'] as const
  return (await db.run(update, [id, version, ...names.flatMap(given)])) > 0
}

const free = statement(`delete from school_liaisons where district_id = app_district() and partnership_id = $1
  and school_id = any ($2::uuid[])`)
const name = statement(`insert into school_liaisons (district_id, partnership_id, school_id, user_id)
  select k.district_id, k.partnership_id, k.school_id, n.liaison
  from unnest($2::uuid[], $3::uuid[]) n (school, liaison) join partnership_schools k
    on k.district_id = app_district() and k.partnership_id = $1 and k.school_id = n.school
  on conflict (district_id, partnership_id, school_id) do update set user_id = excluded.user_id`)
/** Names liaisons, and frees the places given as null; the schools are those of the partnership. */
export const updateLiaisons = async (
  db: Db,
  id: string,
  set: NonNullable<HoldersChange['liaisons']>,
): Promise<void> => {
  const freed = set.filter(({ userId }) => userId === null)
  const named = set.filter(({ userId }) => userId !== null)
  if (freed.length > 0) await db.run(free, [id, freed.map(({ schoolId }) => schoolId)])
  if (named.length > 0)
    await db.run(name, [id, named.map(({ schoolId }) => schoolId), named.map(({ userId }) => userId)])
}

const staff = `u.status = 'active' and u.role in ('admin', 'director', 'coordinator', 'school')`
const candidates = statement<{
  items: string
}>(`select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name,
    'title', coalesce(u.title, ''), 'role', u.role) order by lower(u.name), u.id), '[]')::text as items
  from users u where u.district_id = app_district() and ${staff}`)
/** Active people of the district who hold partnerships or could. */
export const staffItems = async (db: Db) => (await db.one(candidates))?.items ?? '[]'

const holdings = statement<Holdings & { organizationId: string | null }>(`with person as (
    select 'user' as kind, u.id, u.name, coalesce(u.title, '') as title, null::uuid as organization_id from users u
      where u.district_id = app_district() and u.id = $1 and $2 = 'user'
    union all select 'contact', c.id, c.name, c.title, c.organization_id from contacts c
      where c.district_id = app_district() and c.id = $1 and $2 = 'contact')
  select json_build_object('kind', x.kind, 'id', x.id, 'name', x.name, 'title', x.title) as person, x.organization_id as "organizationId",
    case x.kind when 'contact' then (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'title', c.title)
          order by c.is_primary desc, c.name, c.id), '[]')
        from contacts c where c.district_id = app_district() and c.organization_id = x.organization_id and c.id <> x.id)
      else (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'title', coalesce(u.title, ''))
          order by lower(u.name), u.id), '[]')
        from users u where u.district_id = app_district() and ${staff} and u.id <> x.id) end as candidates,
    (select coalesce(json_agg(json_build_object('partnership', json_build_object('id', p.id, 'name', p.name),
        'organization', json_build_object('id', o.id, 'name', o.name), 'stage', p.stage, 'role', h.role,
        'school', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
        'studentsReached', p.students_reached,
        'suggested', case h.role when 'lead' then p.backup_user_id when 'partner_lead' then p.partner_backup_id
          when 'liaison' then nullif(coalesce(nullif(p.lead_user_id, x.id), p.backup_user_id), x.id)
          when 'principal' then (select u.id from user_schools a join users u on u.district_id = a.district_id and u.id = a.user_id
            where a.district_id = p.district_id and a.school_id = h.school_id and u.id <> x.id and u.status = 'active' and u.role = 'school'
            order by u.id limit 1) end)
        order by p.students_reached desc nulls last, p.name, h.role, s.name), '[]')
      from holdings_of(x.id) h join partnerships p on p.district_id = app_district() and p.id = h.partnership_id
        join organizations o on o.district_id = p.district_id and o.id = p.organization_id
        left join schools s on s.district_id = p.district_id and s.id = h.school_id) as items
  from person x`)
export const holdingsRow = (db: Db, kind: 'user' | 'contact', personId: string) =>
  db.one(holdings, [personId, kind])

const ownerless = statement<{ items: string }>(`select coalesce(json_agg(json_build_object('partnership',
    json_build_object('id', p.id, 'name', p.name), 'role', h.role) order by p.name, h.role), '[]')::text as items
  from left_ownerless_by($1) h join partnerships p on p.district_id = app_district() and p.id = h.partnership_id`)
/** What nobody would hold if this person were gone. */
export const ownerlessItems = async (db: Db, userId: string) =>
  JSON.parse((await db.one(ownerless, [userId]))?.items ?? '[]') as object[]

const required = statement<
  Record<RequiredRole, string | null>
>(`select lead_user_id as lead, backup_user_id as backup,
    partner_lead_id as partner_lead, partner_backup_id as partner_backup
  from partnerships where district_id = app_district() and id = $1`)
/** The required places of a partnership as they are filled. */
export const requiredPlaces = (db: Db, partnershipId: string) => db.one(required, [partnershipId])

const held = statement<{ id: string }>(
  'select id from partnerships where district_id = app_district() and id = any ($1::uuid[]) order by id for update',
)
/** Holds partnerships so that nobody else moves the same people meanwhile. */
export const holdPartnerships = (db: Db, ids: readonly string[]) => db.many(held, [ids])

export const asHoldings = ({ items }: Holdings): Holding[] =>
  items.map(({ partnership, role, school }) => ({
    partnershipId: partnership.id,
    role,
    schoolId: school?.id ?? null,
  }))
