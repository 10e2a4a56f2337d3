import type { ReportBody } from '@common-table/shared/reports/body-schemas'
import type { Static } from 'typebox'
import type { ReportQuery } from '@common-table/shared/reports/schemas'
import type { ReportKind, ReportStatus } from '@common-table/shared/reports/kinds'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { bulkStatement, statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const joins = 'left join users u on u.district_id = r.district_id and u.id = r.lead_user_id'
const head = `'id', r.id, 'kind', r.kind, 'from', r.starts_on, 'to', r.ends_on, 'funder', r.funder, 'status', r.status,
  'lead', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
  'progress', r.progress, 'createdByName', r.created_by_name, 'createdAt', ${utc('r.created_at')}, 'readyAt', ${utc('r.ready_at')},
  'version', r.version`

const list = listBy({
  alias: 'r',
  from: 'reports r',
  filters: { kind: 'r.kind = ?' },
  sorts: { newest: [['r.id', 'uuid']] },
  joins,
  item: `json_build_object(${head})`,
})
export const reportsOf = (
  db: Db,
  { kind, limit = 50 }: Static<typeof ReportQuery>,
  after: readonly unknown[] | undefined,
) => list(db, { filters: { kind }, sort: 'newest', descending: true, after, limit })

/** In the order the report names them; one that may no longer be read is not there. */
const stories = `(select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'titleEs', s.title_es, 'summary', s.summary,
    'summaryEs', s.summary_es, 'quote', s.quote, 'quoteEs', s.quote_es, 'quoteBy', s.quote_by, 'quoteByEs', s.quote_by_es,
    'partner', o.name, 'school', c.name) order by named.place), '[]')
  from jsonb_array_elements_text(coalesce(r.body -> 'storyIds', '[]')) with ordinality named (id, place)
    join shown_stories s on s.district_id = r.district_id and s.id = named.id::uuid
    join organizations o on o.district_id = s.district_id and o.id = s.organization_id
    left join schools c on c.district_id = s.district_id and c.id = s.school_id)`
const one = statement<{
  report: string
  listed: string
  version: number
  status: ReportStatus
  progress: number
}>(
  `select json_build_object(${head}, 'body', r.body, 'stories', ${stories})::text as report, json_build_object(${head})::text as listed,
    r.version, r.status, r.progress
  from reports r ${joins} where r.district_id = app_district() and r.id = $1`,
)
export const reportOf = (db: Db, id: string) => db.one(one, [id])

const ground = statement<{ startMonth: number; today: string; leadKnown: boolean; funderKnown: boolean }>(
  `select d.school_year_start_month as "startMonth", (now() at time zone d.time_zone)::date::text as today,
    $1::uuid is null or exists (select from users u where u.district_id = d.id and u.id = $1) as "leadKnown",
    $2::text is null or exists (select from fundings g where g.district_id = d.id and g.name = $2) as "funderKnown"
  from districts d where d.id = app_district()`,
)
/** What a report rests on before it begins: when the school year starts, and whether the person and the funder are known here. */
export const groundOf = async (db: Db, leadId: string | null, funder: string | null) =>
  (await db.one(ground, [leadId, funder]))! // the district is there

const begin = statement<{ id: string }>(
  `insert into reports (district_id, kind, starts_on, ends_on, lead_user_id, funder, created_by, created_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7) returning id`,
)
export interface Begun {
  kind: ReportKind
  from: string
  to: string
  leadId: string | null
  funder: string | null
}
export const beginReport = async (db: Db, of: Begun, by: { id: string | null; name: string }) =>
  (await db.one(begin, [of.kind, of.from, of.to, of.leadId, of.funder, by.id, by.name]))!.id // an insert returns its row

const take = statement<Begun & { startMonth: number; districtName: string; threshold: number }>(
  `update reports r set status = 'working', progress = 0 from districts d
  where r.district_id = app_district() and d.id = r.district_id and r.id = $1 and r.status in ('waiting', 'working')
  returning r.kind, r.starts_on::text as "from", r.ends_on::text as "to", r.lead_user_id as "leadId", r.funder,
    d.school_year_start_month as "startMonth", d.name as "districtName", d.suppression_threshold as threshold`,
)
/** What is to be made; undefined when it is there already, or nobody wants it any more. */
export const takeReport = (db: Db, id: string) => db.one(take, [id])

const tell = statement(`with told as (
    update reports set progress = $2 where district_id = app_district() and id = $1 and status = 'working' returning id)
  select pg_notify('reports', json_build_object('id', id)::text) from told`)
export const tellReport = (db: Db, id: string, progress: number) => db.run(tell, [id, progress])

const finish =
  bulkStatement(`with done as (update reports set status = 'ready', progress = 1, body = $2::jsonb, ready_at = now()
    where district_id = app_district() and id = $1 and status = 'working' returning id)
  select pg_notify('reports', json_build_object('id', id)::text) from done`)
export const finishReport = (db: Db, id: string, body: ReportBody) =>
  db.run(finish, [id, JSON.stringify(body)])

const fail =
  statement(`with done as (update reports set status = 'failed' where district_id = app_district() and id = $1
    and status in ('waiting', 'working') returning id)
  select pg_notify('reports', json_build_object('id', id)::text) from done`)
export const failReport = (db: Db, id: string) => db.run(fail, [id])

const remove = statement(
  `delete from reports where district_id = app_district() and id = $1 and version = $2`,
)
/** Answers whether `version` was still current. */
export const removeReport = async (db: Db, id: string, version: number) =>
  (await db.run(remove, [id, version])) > 0

const funders = statement<{
  items: string
}>(`select coalesce(json_agg(json_build_object('name', name, 'partnerships', n)
    order by name), '[]')::text as items
  from (select name, count(distinct partnership_id)::integer as n from fundings where district_id = app_district() group by name) f`)
export const fundersOf = async (db: Db) => (await db.one(funders))!.items // an aggregate is one row
