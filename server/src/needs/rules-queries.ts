import { and, eq } from 'drizzle-orm'
import type { NeedRuleChange, NewNeedRule } from '@common-table/shared/needs/rule-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { needRules } from './table.ts'

const item = `json_build_object('id', r.id, 'code', r.code,
  'metric', json_build_object('id', m.id, 'name', m.name, 'nameEs', m.name_es, 'code', m.code, 'unit', m.unit),
  'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es, 'code', k.code),
  'comparison', r.comparison, 'threshold', r.threshold, 'trend', r.trend, 'tier', r.tier, 'severitySteps', r.severity_steps,
  'students', r.students, 'active', r.active, 'waiting', (select count(*) from needs n where n.district_id = r.district_id
    and n.rule_id = r.id and n.status = 'suggested'), 'version', r.version)`
const source = `need_rules r join metrics m on m.district_id = r.district_id and m.id = r.metric_id
  join categories k on k.district_id = r.district_id and k.id = r.category_id`

const all = statement<{
  items: string
}>(`select coalesce(json_agg(${item} order by m.name, r.threshold, r.code), '[]')::text as items
  from ${source} where r.district_id = app_district()`)
const one = statement<{ rule: string; version: number }>(
  `select (${item})::text as rule, r.version from ${source} where r.district_id = app_district() and r.id = $1`,
)
const insert = statement<{
  id: string
}>(`insert into need_rules (district_id, code, metric_id, category_id, comparison,
    threshold, trend, tier, severity_steps, students, active)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (district_id, code) do nothing returning id`)
const known = statement<{ metric: boolean; category: boolean }>(`select
  exists (select from metrics where district_id = app_district() and id = $1) as metric,
  exists (select from categories where district_id = app_district() and id = $2) as category`)

export const allRules = (db: Db) => db.one(all)
export const ruleOf = (db: Db, id: string) => db.one(one, [id])
export const knownInRule = async (db: Db, metricId: string | null, categoryId: string | null) =>
  (await db.one(known, [metricId, categoryId]))! // without from: one row

/** Adds a rule; answers nothing when its code is taken. */
export const insertRule = (db: Db, rule: NewNeedRule) =>
  db.one(insert, [
    rule.code,
    rule.metricId,
    rule.categoryId,
    rule.comparison,
    rule.threshold,
    rule.trend,
    rule.tier,
    JSON.stringify(rule.severitySteps),
    rule.students,
    rule.active ?? true,
  ])

/** Changes it if `version` is still the current one; answers whether it was. */
export const changeRule = async (db: Db, id: string, version: number, change: NeedRuleChange) => {
  const changed = await db.orm
    .update(needRules)
    .set(change)
    .where(and(eq(needRules.districtId, db.districtId), eq(needRules.id, id), eq(needRules.version, version)))
    .returning({ id: needRules.id })
  return changed.length > 0
}
