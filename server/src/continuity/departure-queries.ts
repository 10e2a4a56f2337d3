import type { HolderRole } from '@common-table/shared/continuity/roles'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'
import { letterJson } from '../letters/index.ts'
import type { Scope } from './queries.ts'

const insert = statement<{
  id: string
}>(`insert into departures (district_id, person_kind, person_id, person_name, person_title,
    organization_id, last_day, note, created_by_name) values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`)
export const insertDeparture = async (db: Db, values: readonly unknown[]): Promise<string> =>
  (await db.one(insert, [...values]))!.id // an insert returns its row

/** Moves every role in one statement per table; who takes over must be in the district (users) or at the partner (contacts). */
const record = statement<{ moved: number }>(`with asked as (
    select * from json_to_recordset($2::json) as a (partnership uuid, role text, school uuid, to_id uuid)),
  kept as (insert into departure_moves (district_id, departure_id, partnership_id, role, school_id, to_id, to_name)
    select app_district(), $1, a.partnership, a.role, a.school, a.to_id, coalesce(u.name, c.name)
    from asked a join partnerships p on p.district_id = app_district() and p.id = a.partnership
      left join users u on u.district_id = p.district_id and u.id = a.to_id and u.status = 'active'
        and u.role in ('admin', 'director', 'coordinator', 'school') and a.role in ('lead', 'backup', 'liaison', 'principal')
      left join contacts c on c.district_id = p.district_id and c.id = a.to_id and c.organization_id = p.organization_id
        and a.role in ('partner_lead', 'partner_backup')
    where coalesce(u.name, c.name) is not null and a.to_id <> $3 returning 1)
  select count(*)::integer as moved from kept`)
/** Writes the moves down; answers how many name someone who can take over. */
export const insertMoves = async (db: Db, departureId: string, moves: readonly object[], personId: string) =>
  (await db.one(record, [departureId, JSON.stringify(moves), personId]))!.moved // a count always answers

// A second person who becomes the first leaves their own place free: a trigger sees to it, unless the moves name someone.
const move = statement(`with m as (select partnership_id as id,
      (array_agg(to_id) filter (where role = 'lead'))[1] as lead, (array_agg(to_id) filter (where role = 'backup'))[1] as backup,
      (array_agg(to_id) filter (where role = 'partner_lead'))[1] as partner_lead,
      (array_agg(to_id) filter (where role = 'partner_backup'))[1] as partner_backup
    from departure_moves where district_id = app_district() and departure_id = $1
      and role in ('lead', 'backup', 'partner_lead', 'partner_backup') group by partnership_id)
  update partnerships p set lead_user_id = coalesce(m.lead, p.lead_user_id),
      backup_user_id = nullif(coalesce(m.backup, p.backup_user_id), coalesce(m.lead, p.lead_user_id)),
      partner_lead_id = coalesce(m.partner_lead, p.partner_lead_id),
      partner_backup_id = nullif(coalesce(m.partner_backup, p.partner_backup_id), coalesce(m.partner_lead, p.partner_lead_id))
    from m where p.district_id = app_district() and p.id = m.id`)
const moveLiaisons =
  statement(`with plans as (update site_plans s set liaison_user_id = m.to_id, liaison_name = m.to_name from departure_moves m
    where m.district_id = app_district() and m.departure_id = $1 and m.role = 'liaison' and s.liaison_user_id = $2
      and s.district_id = m.district_id and s.partnership_id = m.partnership_id and s.school_id = m.school_id)
  update school_liaisons i set user_id = m.to_id from departure_moves m
  where m.district_id = app_district() and m.departure_id = $1 and m.role = 'liaison' and i.user_id = $2
    and i.district_id = m.district_id and i.partnership_id = m.partnership_id and i.school_id = m.school_id`)
// Who follows a principal sees the school from now on; staff see every school already.
const moveSchools = statement(`insert into user_schools (district_id, user_id, school_id)
  select distinct u.district_id, u.id, m.school_id from departure_moves m
    join users u on u.district_id = m.district_id and u.id = m.to_id and u.role = 'school'
  where m.district_id = app_district() and m.departure_id = $1 and m.role = 'principal' on conflict do nothing`)
/** The people of partnerships, school liaisons, principals and open tasks become those the moves name. */
export const carryOut = async (db: Db, departureId: string, personId: string): Promise<void> => {
  await db.run(move, [departureId])
  await db.run(moveLiaisons, [departureId, personId])
  await db.run(moveSchools, [departureId])
  await db.run(tasksOn, [personId])
}
const tasksOn = statement(`update reconfirm_tasks t set owner_user_id = p.lead_user_id from partnerships p
  where t.district_id = app_district() and t.owner_user_id = $1 and t.done_at is null
    and p.district_id = t.district_id and p.id = t.partnership_id`)

export interface Affected {
  id: string
  name: string
  organizationId: string
  organizationName: string
  districtName: string
  partnerName: string
  partnerAddress: string
  partnerLocale: 'en' | 'es'
  /** Who reads the letter of the house: the successor who stands nearest, or the lead. */
  nextName: string
  nextAddress: string
  nextLocale: 'en' | 'es'
  /** Whom the open task goes to. */
  moves: { role: HolderRole; toName: string; schoolName: string | null }[]
}
const affected =
  statement<Affected>(`select p.id, p.name, o.id as "organizationId", o.name as "organizationName", d.name as "districtName",
    coalesce(c.name, '') as "partnerName", coalesce(c.email, '') as "partnerAddress",
    case when c.language like 'es%' then 'es' else 'en' end as "partnerLocale",
    coalesce(u.name, '') as "nextName", coalesce(u.email, '') as "nextAddress", coalesce(u.locale, 'en') as "nextLocale",
    (select json_agg(json_build_object('role', m.role, 'toName', m.to_name, 'schoolName', s.name) order by m.role, s.name)
      from departure_moves m left join schools s on s.district_id = m.district_id and s.id = m.school_id
      where m.district_id = p.district_id and m.departure_id = $1 and m.partnership_id = p.id) as moves
  from partnerships p join districts d on d.id = p.district_id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    left join users u on u.district_id = p.district_id and u.id = coalesce((select m.to_id from departure_moves m
      where m.district_id = p.district_id and m.departure_id = $1 and m.partnership_id = p.id
        and m.role in ('lead', 'principal', 'liaison', 'backup')
      order by array_position('{lead,principal,liaison,backup}', m.role) limit 1), p.lead_user_id)
    left join contacts c on c.district_id = p.district_id and c.id = coalesce(p.partner_lead_id, (select k.id from contacts k
      where k.district_id = p.district_id and k.organization_id = p.organization_id and k.id <> $2
      order by k.is_primary desc, k.name, k.id limit 1))
  where p.district_id = app_district()
    and p.id in (select m.partnership_id from departure_moves m where m.district_id = app_district() and m.departure_id = $1)
  order by p.id`)
export const affectedBy = (db: Db, departureId: string, personId: string) =>
  db.many(affected, [departureId, personId])

const follow =
  statement(`with tasks as (insert into reconfirm_tasks (district_id, departure_id, partnership_id, owner_user_id, due_on)
    select p.district_id, $1, p.id, coalesce(p.lead_user_id, p.backup_user_id, $5::uuid), $2::date
    from partnerships p where p.district_id = app_district() and p.id = any ($3::uuid[]))
  insert into partnership_events (district_id, partnership_id, kind, body, author_id, author_name)
    select app_district(), e.partnership, 'people', e.body, $5::uuid, $6
    from json_to_recordset($4::json) as e (partnership uuid, body text)`)
/** The task and the line of the timeline for every partnership. */
export const insertFollowing = (db: Db, values: readonly unknown[]) => db.run(follow, [...values])

const movedHere = `from departure_moves m where m.district_id = d.district_id and m.departure_id = d.id
  and ($2::uuid[] is null or exists (select from partnership_schools k where k.district_id = m.district_id
    and k.partnership_id = m.partnership_id and k.school_id = any ($2)))`
const pack = statement<{
  answer: string
}>(`select json_build_object('id', d.id, 'personKind', d.person_kind, 'personName', d.person_name,
    'personTitle', d.person_title, 'lastDay', d.last_day, 'note', d.note, 'createdByName', d.created_by_name, 'createdAt', ${utc('d.created_at')},
    'partnerships', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
        'organization', json_build_object('id', o.id, 'name', o.name), 'stage', p.stage, 'summary', p.summary,
        'mutualBenefit', p.mutual_benefit, 'studentsReached', p.students_reached, 'endsOn', p.ends_on,
        'schools', (select coalesce(json_agg(s.name order by s.name), '[]') from partnership_schools k
          join schools s on s.district_id = k.district_id and s.id = k.school_id where k.district_id = p.district_id and k.partnership_id = p.id),
        'partnerLead', case when c.id is not null then json_build_object('name', c.name, 'email', c.email, 'phone', c.phone) end,
        'moves', (select json_agg(json_build_object('role', m.role, 'schoolName', s.name, 'toName', m.to_name) order by m.role, s.name)
          from departure_moves m left join schools s on s.district_id = m.district_id and s.id = m.school_id
          where m.district_id = d.district_id and m.departure_id = d.id and m.partnership_id = p.id),
        'events', (select coalesce(json_agg(json_build_object('happenedOn', e.happened_on, 'kind', e.kind, 'body', e.body) order by e.id desc), '[]')
          from (select * from partnership_events e where e.district_id = p.district_id and e.partnership_id = p.id
            and e.kind <> 'people' order by e.id desc limit 5) e),
        'letters', (select coalesce(json_agg(${letterJson} order by l.side desc), '[]') from letters l
          where l.district_id = d.district_id and l.departure_id = d.id and l.partnership_id = p.id),
        'task', (select json_build_object('id', t.id, 'dueOn', t.due_on, 'ownerName', u.name, 'doneAt', ${utc('t.done_at')},
            'doneByName', t.done_by_name) from reconfirm_tasks t
          left join users u on u.district_id = t.district_id and u.id = t.owner_user_id
          where t.district_id = d.district_id and t.departure_id = d.id and t.partnership_id = p.id)) order by p.name, p.id), '[]')
      from partnerships p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
        left join contacts c on c.district_id = p.district_id and c.id = p.partner_lead_id
      where p.district_id = d.district_id and p.id in (select m.partnership_id ${movedHere})))::text as answer
  from departures d where d.district_id = app_district() and d.id = $1 and ($2::uuid[] is null or exists (select ${movedHere}))`)
/** The handover pack, with the partnerships of these schools or all. */
export const packOf = async (db: Db, scope: Scope, departureId: string) =>
  (await db.one(pack, [departureId, scope]))?.answer
