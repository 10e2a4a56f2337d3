import { defaultRules } from '@common-table/shared/needs/rules'
import { startingDashboard } from '@common-table/shared/outcomes/dashboard-metrics'
import { defaultMetrics } from '@common-table/shared/outcomes/metric-dictionary'
import { studentGroups } from '@common-table/shared/outcomes/student-groups'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const groups = statement(`insert into student_groups (district_id, code, dimension, name, name_es, position)
  select app_district(), code, dimension, name ->> 'en', name ->> 'es', position
  from json_to_recordset($1::json) as g (code text, dimension text, name json, position smallint)
  on conflict (district_id, code) do nothing`)

const metrics =
  statement(`insert into metrics (district_id, code, name, name_es, family, numerator, denominator, unit,
    direction, level, rba, period_kind, on_dashboard, counted)
  select app_district(), code, name ->> 'en', name ->> 'es', family, numerator ->> 'en', coalesce(denominator ->> 'en', ''),
    unit, direction, level, rba, case period when 'term' then 'semester' else period end, code = any ($2), coalesce(counts, 'people')
  from json_to_recordset($1::json) as m (code text, name json, family text, numerator json, denominator json, unit text,
    direction text, level text, rba text, period text, counts text)
  on conflict (district_id, code) do nothing`)

const rules =
  statement(`insert into need_rules (district_id, code, metric_id, category_id, comparison, threshold, trend, tier,
    severity_steps, students)
  select app_district(), r.code, m.id, c.id, r.comparison, r.threshold, r.trend, r.tier, r.severity, r.students
  from json_to_recordset($1::json) as r (code text, metric text, category text, comparison text, threshold double precision,
      trend text, tier smallint, severity jsonb, students text)
    join metrics m on m.district_id = app_district() and m.code = r.metric
    join categories c on c.district_id = app_district() and c.code = r.category
  on conflict (district_id, code) do nothing`)

const positioned = <T>(items: readonly T[]) =>
  JSON.stringify(items.map((item, position) => ({ ...item, position })))

/** Adds the student groups, metrics and rules for suggesting needs that are not there yet. Rules need the categories. */
export const addStartingVocabulary = async (db: Db): Promise<void> => {
  await db.run(groups, [positioned(studentGroups)])
  await db.run(metrics, [positioned(defaultMetrics), startingDashboard])
  await db.run(rules, [JSON.stringify(defaultRules)])
}
