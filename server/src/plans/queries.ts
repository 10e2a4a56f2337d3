import type { NewProng, ProngChange } from '@common-table/shared/plans/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const reference = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
/** A prong `g` as JSON; overdue by the rule of shared/src/plans/vocabulary.ts. */
const prongJson = `json_build_object('id', g.id, 'what', g.what, 'side', g.side, 'owner', g.owner, 'kind', g.kind, 'dueOn', g.due_on,
  'status', g.status, 'doneOn', g.done_on,
  'overdue', coalesce(g.due_on < (select (now() at time zone time_zone)::date from districts where id = app_district()), false)
    and g.status in ('planned', 'under_way'),
  'partnership', ${reference('p')}, 'service', ${reference('v')},
  'metric', case when m.id is not null then json_build_object('id', m.id, 'name', m.name, 'nameEs', m.name_es, 'code', m.code) end,
  'version', g.version)`
const joins = `left join partnerships p on p.district_id = g.district_id and p.id = g.partnership_id
  left join services v on v.district_id = g.district_id and v.id = g.service_id
  left join metrics m on m.district_id = g.district_id and m.id = g.metric_id`
/** $1 are the reader's schools; null for every one. */
const seen = '($1::uuid[] is null or n.school_id = any ($1))'

const plan = statement<{
  plan: string | null
}>(`select case when exists (select from needs n where n.district_id = app_district()
    and n.id = $2 and ${seen}) then json_build_object('prongs', coalesce((select json_agg(${prongJson}
      order by g.status in ('done', 'dropped'), g.due_on nulls last, g.id) from need_prongs g ${joins}
      where g.district_id = app_district() and g.need_id = $2), '[]'))::text end as plan`)
export const planOf = async (db: Db, scope: readonly string[] | null, needId: string) =>
  (await db.one(plan, [scope, needId]))?.plan ?? undefined

const one = statement<{
  prong: string
  version: number
  status: string
}>(`select ${prongJson}::text as prong, g.version, g.status
  from need_prongs g join needs n on n.district_id = g.district_id and n.id = g.need_id ${joins}
  where g.district_id = app_district() and g.id = $2 and ${seen}`)
export const prongOf = (db: Db, scope: readonly string[] | null, id: string) => db.one(one, [scope, id])

const insert = statement<{
  id: string
}>(`insert into need_prongs (district_id, need_id, what, side, owner, kind, due_on, status, done_on,
    partnership_id, service_id, metric_id, created_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, case when $7 = 'done' then current_date end, $8, $9, $10, $11) returning id`)
export const insertProng = async (db: Db, needId: string, body: NewProng, author: string): Promise<string> =>
  (await db.one(insert, [
    needId,
    body.what,
    body.side,
    body.owner ?? '',
    body.kind,
    body.dueOn ?? null,
    body.status ?? 'planned',
    body.partnershipId ?? null,
    body.serviceId ?? null,
    body.metricId ?? null,
    author,
  ]))!.id // an insert returns its row

/** Fields that are given replace those there are; the rest stays. */
const update =
  statement(`update need_prongs g set what = coalesce(c.what, g.what), side = coalesce(c.side, g.side),
    owner = coalesce(c.owner, g.owner), kind = coalesce(c.kind, g.kind), status = coalesce(c.status, g.status),
    done_on = case when coalesce(c.status, g.status) = 'done' then coalesce(g.done_on, current_date) end,
    due_on = case when $3::jsonb ? 'dueOn' then c."dueOn" else g.due_on end,
    partnership_id = case when $3::jsonb ? 'partnershipId' then c."partnershipId" else g.partnership_id end,
    service_id = case when $3::jsonb ? 'serviceId' then c."serviceId" else g.service_id end,
    metric_id = case when $3::jsonb ? 'metricId' then c."metricId" else g.metric_id end
  from jsonb_to_record($3::jsonb) c (what text, side text, owner text, kind text, status text, "dueOn" date, "partnershipId" uuid,
    "serviceId" uuid, "metricId" uuid)
  where g.district_id = app_district() and g.id = $1 and g.version = $2`)
export const updateProng = async (
  db: Db,
  id: string,
  version: number,
  change: ProngChange,
): Promise<boolean> => (await db.run(update, [id, version, JSON.stringify(change)])) > 0

const remove = statement('delete from need_prongs where district_id = app_district() and id = $1')
export const deleteProng = (db: Db, id: string) => db.run(remove, [id])
