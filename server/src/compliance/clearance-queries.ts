import type { ClearanceStatus } from '@common-table/shared/compliance/vocabulary'
import type { Db } from '../db/db.ts'
import type { ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

/** The caller's own schools, or the one asked for; null: everywhere. */
type Schools = readonly string[] | null

const inForce = `w.stage in ('active', 'expanding', 'renewing') and coalesce(w.starts_on, t.today) <= t.today
  and coalesce(w.ends_on, t.today) >= t.today`

/** One line of the front office's list, over `f`: an organisation with its level at the schools in $1. */
const item = `json_build_object('organization', json_build_object('id', f.id, 'name', f.name),
  'status', case when f.level = 0 then 'red' else coalesce(f.standing -> (f.level - 1) ->> 'status', 'red') end,
  'reasons', case when f.level > 0 then coalesce(f.standing -> (f.level - 1) -> 'reasons', '[]')
    when f.anywhere > 0 then '[{"code":"not_here"}]' else '[{"code":"no_partnership"}]' end,
  'districtWide', exists (select from partnerships w where w.district_id = app_district() and w.organization_id = f.id
    and w.scope = 'district' and ${inForce}),
  'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
    from (select s.id, s.name from schools s where s.district_id = app_district() and s.id in (
      select l.school_id from partnerships w join partnership_schools l on l.district_id = w.district_id and l.partnership_id = w.id
      where w.district_id = app_district() and w.organization_id = f.id and ${inForce}
        and ($1::uuid[] is null or l.school_id = any ($1))) order by s.name, s.id limit 10) s),
  'schoolCount', (select count(distinct l.school_id)::integer from partnerships w
      join partnership_schools l on l.district_id = w.district_id and l.partnership_id = w.id
    where w.district_id = app_district() and w.organization_id = f.id and ${inForce}
      and ($1::uuid[] is null or l.school_id = any ($1))))`

const today = '(select district_today() as today)'

/** $1 schools, $2 limit, $3 status, $4 and $5 the last name and id of the page before. */
const byName = statement<ListPage>(`with t as materialized ${today}, found as materialized (
    select o.id, o.name, p.standing, l.level, l.level as anywhere
    from t, passports p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
      cross join lateral campus_level(o.id, $1::uuid[], (select today from t)) l(level)
    where p.district_id = app_district() and l.level > 0
      and ($1::uuid[] is null or o.id in (
        select w.organization_id from partnerships w where w.district_id = app_district() and w.scope = 'district'
        union select w.organization_id from partnership_schools l join partnerships w on w.district_id = l.district_id and w.id = l.partnership_id
          where l.district_id = app_district() and l.school_id = any ($1)))
      and ($3::text is null or coalesce(p.standing -> (l.level - 1) ->> 'status', 'red') = $3)
      and ($4::text is null or (o.name, o.id) > ($4, $5::uuid))
    order by o.name, o.id limit $2::integer + 1
  ), numbered as (select *, row_number() over (order by name, id) as place from found)
  select coalesce(json_agg(${item} order by f.place) filter (where f.place <= $2), '[]')::text as items,
    (select json_build_array(name, id) from numbered where place = $2 and exists (select from numbered where place > $2)) as next
  from numbered f, t`)

/** $1 schools, $2 limit, $3 status, $4 what was typed: also those that are not on campus, since that is the answer. */
const byWords = statement<ListPage>(`with t as materialized ${today}, found as materialized (
    select o.id, o.name, p.standing, campus_level(o.id, $1::uuid[], t.today) as level,
      campus_level(o.id, null, t.today) as anywhere, row_number() over (order by s.distance, o.name, o.id) as place
    from t, search_organizations($4, $2::integer) s join organizations o on o.district_id = app_district() and o.id = s.organization_id
      left join passports p on p.district_id = o.district_id and p.organization_id = o.id
    where s.distance < 1
  )
  select coalesce(json_agg(${item} order by f.place), '[]')::text as items, null::json as next
  from found f, t
  where $3::text is null or case when f.level = 0 then 'red' else coalesce(f.standing -> (f.level - 1) ->> 'status', 'red') end = $3`)

export const clearances = (
  db: Db,
  schools: Schools,
  { q, status, limit }: { q: string | undefined; status: ClearanceStatus | undefined; limit: number },
  after: readonly unknown[] | undefined,
): Promise<ListPage> =>
  (q === undefined
    ? db.one(byName, [schools, limit, status ?? null, after?.[0] ?? null, after?.[1] ?? null])
    : db.one(byWords, [schools, Math.min(limit, 20), status ?? null, q])) as Promise<ListPage> // an aggregate without group by always answers one row

const counts = statement<{ counts: string }>(`with t as materialized ${today}, here as (
    select w.organization_id, max(case w.intensity when 'high' then 3 when 'medium' then 2 else 1 end) as level
    from partnerships w, t where w.district_id = app_district() and ${inForce}
      and ($1::uuid[] is null or w.scope = 'district' or exists (select from partnership_schools l
        where l.district_id = w.district_id and l.partnership_id = w.id and l.school_id = any ($1)))
    group by w.organization_id
  ), stand as (
    select coalesce(p.standing -> (h.level - 1) ->> 'status', 'red') as status
    from here h join passports p on p.district_id = app_district() and p.organization_id = h.organization_id
  )
  select json_build_object('green', count(*) filter (where status = 'green'), 'amber', count(*) filter (where status = 'amber'),
    'red', count(*) filter (where status = 'red'), 'waiting', (select count(*) from compliance_documents
      where district_id = app_district() and status = 'submitted'))::text as counts
  from stand`)
export const clearanceCounts = async (db: Db, schools: Schools): Promise<string> =>
  (await db.one(counts, [schools]))!.counts // an aggregate without group by always answers one row

const ofCode = statement<{ district_id: string; organization_id: string }>(
  'select district_id, organization_id from passport_of_code($1)',
)
export const ownerOfCode = (db: Db, code: string) => db.one(ofCode, [code])

const live = statement<{ answer: string }>(
  `select json_build_object('organizationName', o.name, 'districtName', d.name,
     'status', case when l.level = 0 then 'red' else coalesce(p.standing -> (l.level - 1) ->> 'status', 'red') end,
     'at', ${utc('now()')})::text as answer
   from passports p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
     join districts d on d.id = p.district_id cross join lateral campus_level(o.id, null, district_today()) l(level)
   where p.district_id = app_district() and p.organization_id = $1`,
)
export const liveAnswer = async (db: Db, organizationId: string) =>
  (await db.one(live, [organizationId]))?.answer
