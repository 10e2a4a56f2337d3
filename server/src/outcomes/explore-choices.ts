import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { groupList, head, joinPeriod } from './sql-parts.ts'

const choices = statement<{
  body: string
}>(`select json_build_object('threshold', d.suppression_threshold, 'groups', ${groupList},
    'areas', (select coalesce(json_agg(area order by area), '[]') from (
      select distinct area from schools where district_id = app_district() and area <> '' limit 200) known),
    'metrics', (select coalesce(json_agg((${head})::jsonb || jsonb_build_object('years', f.years, 'groups', (
        select coalesce(json_agg(g.code order by g.position, g.code), '[]') from student_groups g where g.district_id = m.district_id
          and exists (select from measurement_sums s where s.district_id = m.district_id and s.metric_id = m.id
            and s.group_id = g.id and s.reported > 0))) order by m.name), '[]')
      from metrics m cross join lateral (
        select json_agg(label order by starts_on desc) as years from (
          select distinct y.label, y.starts_on from published_tables t ${joinPeriod('t')}
          where t.district_id = m.district_id and t.metric_id = m.id) known) f
      where m.district_id = d.id and m.active and f.years is not null))::text as body
  from districts d where d.id = app_district()`)

/** What the explorer can be asked for. */
export const exploreChoices = async (db: Db): Promise<string> => (await db.one(choices))!.body // the district is there
