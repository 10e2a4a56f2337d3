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
    direction, level, rba, period_kind)
  select app_district(), code, name ->> 'en', name ->> 'es', family, numerator ->> 'en', coalesce(denominator ->> 'en', ''),
    unit, direction, level, rba, case period when 'term' then 'semester' else period end
  from json_to_recordset($1::json) as m (code text, name json, family text, numerator json, denominator json, unit text,
    direction text, level text, rba text, period text)
  on conflict (district_id, code) do nothing`)

const positioned = <T>(items: readonly T[]) =>
  JSON.stringify(items.map((item, position) => ({ ...item, position })))

/** Adds the student groups and metrics that are not there yet. */
export const addStartingVocabulary = async (db: Db): Promise<void> => {
  await db.run(groups, [positioned(studentGroups)])
  await db.run(metrics, [positioned(defaultMetrics)])
}
