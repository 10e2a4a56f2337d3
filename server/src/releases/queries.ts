import type { ReleaseFinding } from '@common-table/shared/releases/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const facts = `'id', r.id, 'title', r.title, 'note', r.note, 'status', r.status, 'threshold', r.threshold, 'rules', r.rules,
  'madeBy', r.made_by_name, 'createdAt', r.created_at, 'checkedAt', r.checked_at, 'publishedAt', r.published_at,
  'publishedBy', r.published_by_name, 'withdrawnAt', r.withdrawn_at, 'withdrawnBy', r.withdrawn_by_name,
  'withdrawnBecause', r.withdrawn_because, 'version', r.version`

const list = statement<{ items: string }>(`select coalesce(json_agg(json_build_object(${facts},
    'tables', (select count(*) from release_tables t where t.district_id = r.district_id and t.release_id = r.id))
  order by r.created_at desc, r.id), '[]')::text as items from releases r where r.district_id = app_district()`)
export const releaseList = async (db: Db): Promise<string> => (await db.one(list))?.items ?? '[]'

export const periodName = `case when p.kind = 'year' then y.label else p.label || ' ' || y.label end`
const one = statement<{
  release: string
  version: number
}>(`select r.version, json_build_object(${facts}, 'findings', r.findings,
    'tables', (select coalesce(json_agg(json_build_object('metric', json_build_object('id', m.id, 'name', m.name),
        'period', json_build_object('id', p.id, 'name', ${periodName}), 'schoolYear', y.label, 'shown', t.shown,
        'withheld', t.withheld, 'givenUp', t.given_up) order by m.name, p.starts_on), '[]')
      from release_tables t join metrics m on m.district_id = t.district_id and m.id = t.metric_id
        join periods p on p.district_id = t.district_id and p.id = t.period_id
        join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
      where t.district_id = r.district_id and t.release_id = r.id),
    'comparedWith', (select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'publishedAt', o.published_at)
        order by o.published_at), '[]')
      from releases o where o.district_id = r.district_id and o.id <> r.id and o.published_at < coalesce(r.published_at, 'infinity')
        and exists (select from release_tables a join release_tables b on b.district_id = a.district_id
          and b.metric_id = a.metric_id and b.period_id = a.period_id
          where a.district_id = r.district_id and a.release_id = r.id and b.release_id = o.id)))::text as release
  from releases r where r.district_id = app_district() and r.id = $1`)
export const releaseOf = (db: Db, id: string) => db.one(one, [id])

const insert = statement<{
  id: string
}>(`insert into releases (district_id, title, note, threshold, rules, made_by_name)
  select app_district(), $1, $2, greatest(5, d.suppression_threshold), $3, $4 from districts d where d.id = app_district() returning id`)
export const insertRelease = async (
  db: Db,
  title: string,
  note: string,
  rules: number,
  by: string,
): Promise<string> => (await db.one(insert, [title, note, rules, by]))!.id // one district, one row

const insertTables = statement(`insert into release_tables (district_id, release_id, metric_id, period_id)
  select distinct app_district(), $1::uuid, n."metricId", n."periodId"
  from json_to_recordset($2::json) as n ("metricId" uuid, "periodId" uuid)
    join published_tables t on t.district_id = app_district() and t.metric_id = n."metricId" and t.period_id = n."periodId"`)
/** Answers how many there are figures of. */
export const insertReleaseTables = (db: Db, id: string, tables: readonly object[]): Promise<number> =>
  db.run(insertTables, [id, JSON.stringify(tables)])

const keep = statement(`update releases set findings = ((findings::jsonb || $2::jsonb))::json
  where district_id = app_district() and id = $1 and status = 'checking'`)
export const keepFindings = (db: Db, id: string, findings: readonly ReleaseFinding[]) =>
  db.run(keep, [id, JSON.stringify(findings)])
const soFar = statement<{ findings: ReleaseFinding[] }>(
  'select findings from releases where district_id = app_district() and id = $1',
)
export const findingsSoFar = async (db: Db, id: string) => (await db.one(soFar, [id]))?.findings ?? []

const waiting = statement<{ id: string }>(
  "select id from releases where district_id = app_district() and status = 'checking' order by created_at",
)
export const waitingReleases = (db: Db) => db.many(waiting)

const settle = statement(`update releases set status = $2, checked_at = now()
  where district_id = app_district() and id = $1 and status = 'checking'`)
export const settleRelease = (db: Db, id: string, status: 'ready' | 'refused') => db.run(settle, [id, status])

// Somebody else's release in between was not compared with; whoever comes second checks anew.
const publish =
  statement(`update releases r set status = 'published', published_at = now(), published_by = $3, published_by_name = $4
  where r.district_id = app_district() and r.id = $1 and r.version = $2 and r.status = 'ready'
    and not exists (select from releases o where o.district_id = r.district_id and o.published_at > r.checked_at)`)
export const markPublished = (db: Db, id: string, version: number, by: string | null, name: string) =>
  db.run(publish, [id, version, by, name])
const take = statement(
  `select pg_advisory_xact_lock(hashtextextended('releases ' || app_district()::text, 53))`,
)
/** One release is published after the other: each must know the one before. */
export const inTurn = (db: Db) => db.run(take)

const withdraw =
  statement(`update releases set status = 'withdrawn', withdrawn_at = now(), withdrawn_by_name = $4, withdrawn_because = $3
  where district_id = app_district() and id = $1 and version = $2 and status = 'published'`)
export const markWithdrawn = (db: Db, id: string, version: number, because: string, name: string) =>
  db.run(withdraw, [id, version, because, name])

const discard = statement(
  `delete from releases where district_id = app_district() and id = $1 and version = $2 and published_at is null`,
)
export const deleteRelease = (db: Db, id: string, version: number) => db.run(discard, [id, version])
