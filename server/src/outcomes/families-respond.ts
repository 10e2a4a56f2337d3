import { withheld, type PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { ObjectiveAnswer } from './objective-answer.ts'

interface Ground {
  schoolYear: { label: string; endsOn: string } | null
  threshold: number
  latest: { label: string; on: string; cell: PublicCell } | null
  response: PublicCell | null
  schools: { id: string; name: string; cell: PublicCell }[]
}
const figures = (
  metric: string,
): string => `published_figures f join metrics m on m.district_id = f.district_id and m.id = f.metric_id
  and m.code = '${metric}' join periods p on p.district_id = f.district_id and p.id = f.period_id
  join school_years y on y.district_id = p.district_id and y.id = p.school_year_id`
// Figures as everyone may see them: screened when they were published, and never worked out anew from what lies beneath.
const ground = statement<{ ground: string }>(`with l as materialized (
    select f.period_id, p.school_year_id, p.ends_on, y.label, f.cells -> 'all' as cell from ${figures('family_favorable_rate')}
    where f.district_id = app_district() and f.school_id is null and f.cells -> 'all' is not null
    order by p.ends_on desc limit 1
  )
  select json_build_object('threshold', d.suppression_threshold,
    'schoolYear', (select json_build_object('label', label, 'endsOn', ends_on) from school_years
      where district_id = d.id and id = present_school_year()),
    'latest', (select json_build_object('label', label, 'on', ends_on, 'cell', cell) from l),
    'response', (select f.cells -> 'all' from ${figures('survey_response_rate')} join l on l.school_year_id = p.school_year_id
      where f.district_id = d.id and f.school_id is null order by p.ends_on desc limit 1),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'cell', f.cells -> 'all') order by s.name, s.id), '[]')
      from ${figures('family_favorable_rate')} join l on l.period_id = f.period_id
        join schools s on s.district_id = f.district_id and s.id = f.school_id
      where f.district_id = d.id and f.cells -> 'all' is not null))::text as ground
  from districts d where d.id = app_district()`)

/** Families who respond favorably, of the latest survey that has a figure of the district, with the response rate beside it. */
export const familiesRespond = async (db: Db): Promise<ObjectiveAnswer> => {
  const { latest, response, schools, schoolYear, threshold } = JSON.parse(
    (await db.one(ground))!.ground, // the district is there
  ) as Ground // the shape is the statement's, and published cells are screened
  const none = withheld('source')
  return {
    schoolYear,
    threshold,
    whole: { cell: latest?.cell ?? none, tally: null },
    period: latest && { label: latest.label, on: latest.on },
    beside: response ? [{ code: 'response_rate', cell: response, tally: null }] : [],
    breakdowns: [
      {
        way: 'school',
        rows: schools.map(({ id, name, cell }) => ({ school: { id, name }, codes: {}, cell, tally: null })),
      },
    ],
  }
}
