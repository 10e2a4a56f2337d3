import type { BarrierRule } from '@common-table/shared/barriers/standard'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export type OwnBarrier = BarrierRule & { version: number }
const own =
  statement<OwnBarrier>(`select code, family, name, name_es as "nameEs", category_codes as "categoryCodes",
    metric_code as "metricCode", active, version
  from barriers where district_id = app_district() order by created_at, code`)
export const ownBarriers = (db: Db) => db.many(own)

interface Chain {
  needs: { code: string; open: number; schools: number; students: number }[]
  categories: {
    id: string
    code: string
    name: string
    nameEs: string
    partners: number
    openNeeds: number
  }[]
  metrics: { id: string; code: string; name: string; nameEs: string }[]
}
const chain = statement<Chain>(`select
    coalesce((select json_agg(json_build_object('code', code, 'open', open, 'schools', schools, 'students', students)) from (
      select b.code, count(*) as open, count(distinct n.school_id) as schools, coalesce(sum(n.students_affected), 0) as students
      from need_barriers b join needs n on n.district_id = b.district_id and n.id = b.need_id
      where b.district_id = app_district() and n.status in ('open', 'in_progress') and ($1::uuid[] is null or n.school_id = any ($1))
      group by b.code) t), '[]') as needs,
    coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'nameEs', k.name_es,
        'partners', (select count(distinct v.organization_id) from services v join organizations o on o.district_id = v.district_id
          and o.id = v.organization_id where v.district_id = k.district_id and v.category_id = k.id and v.status = 'active' and o.status <> 'inactive'),
        'openNeeds', (select count(*) from needs n where n.district_id = k.district_id and n.category_id = k.id
          and n.status in ('open', 'in_progress') and ($1::uuid[] is null or n.school_id = any ($1)))))
      from categories k where k.district_id = app_district() and k.code = any ($2::text[])), '[]') as categories,
    coalesce((select json_agg(json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'nameEs', m.name_es))
      from metrics m where m.district_id = app_district() and m.code = any ($3::text[])), '[]') as metrics`)
/** What hangs on these kinds of help and metrics, as far as the reader may see. */
export const chainOf = async (
  db: Db,
  scope: readonly string[] | null,
  categoryCodes: readonly string[],
  metricCodes: readonly string[],
) => (await db.one(chain, [scope, categoryCodes, metricCodes]))! // without from: one row

const codes = statement<{ categories: string[]; metric: string | null }>(`select
    coalesce((select array_agg(code order by array_position($1::uuid[], id)) from categories where district_id = app_district() and id = any ($1)), '{}') as categories,
    (select code from metrics where district_id = app_district() and id = $2) as metric`)
export const codesFor = async (db: Db, categoryIds: readonly string[], metricId: string | null) =>
  (await db.one(codes, [categoryIds, metricId]))! // without from: one row

const save =
  statement(`insert into barriers (district_id, code, family, name, name_es, category_codes, metric_code, active)
  select app_district(), $1, $2, $3, $4, $5, $6, $7
  where $8::integer = 1 or exists (select from barriers where district_id = app_district() and code = $1)
  on conflict (district_id, code) do update set family = excluded.family, name = excluded.name, name_es = excluded.name_es,
    category_codes = excluded.category_codes, metric_code = excluded.metric_code, active = excluded.active
  where barriers.version = $8`)
export const storeBarrier = async (db: Db, rule: BarrierRule, version: number): Promise<boolean> =>
  (await db.run(save, [
    rule.code,
    rule.family,
    rule.name,
    rule.nameEs,
    rule.categoryCodes,
    rule.metricCode,
    rule.active,
    version,
  ])) > 0

const ofNeed = statement<{
  codes: string[] | null
}>(`select coalesce((select array_agg(b.code order by b.code) from need_barriers b
    where b.district_id = n.district_id and b.need_id = n.id), '{}') as codes
  from needs n where n.district_id = app_district() and n.id = $2 and ($1::uuid[] is null or n.school_id = any ($1))`)
export const barriersOfNeed = async (db: Db, scope: readonly string[] | null, needId: string) =>
  (await db.one(ofNeed, [scope, needId]))?.codes ?? undefined

const drop = statement(
  'delete from need_barriers where district_id = app_district() and need_id = $1 and code <> all ($2::text[])',
)
const add =
  statement(`insert into need_barriers (district_id, need_id, code) select app_district(), $1, c from unnest($2::text[]) c
  on conflict do nothing`)
export const setBarriersOfNeed = async (db: Db, needId: string, list: readonly string[]): Promise<void> => {
  await db.run(drop, [needId, list])
  await db.run(add, [needId, list])
}
