import type { FigureRow, FigureSetting } from '@common-table/shared/figures/figure'
import type { FigureCode, FigureSubject, SubjectKey } from '@common-table/shared/figures/codes'
import type { FigureExplanation, FigureInput } from '@common-table/shared/figures/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'
import { conditions, missingOf, numbered, type Numbered } from './asked-parts.ts'
import { changedBy, inputOf } from './inputs-queries.ts'
import { onlyThese } from './only-these.ts'
import { tableSources } from './table-sources.ts'

const told = (code: FigureSetting, value: string, from: string, asOf = 'null::text') =>
  `(select json_build_object('code', '${code}', 'value', ${value}, 'asOf', ${asOf}) from ${from})`
const district = 'districts d where d.id = app_district()'
const settingOf = (code: FigureSetting, subject: FigureSubject, { put }: Numbered): string => {
  if (code === 'suppression_threshold') return told(code, 'greatest(5, d.suppression_threshold)', district)
  if (code === 'equity_version')
    return told(
      code,
      'e.number',
      'equity_versions e where e.district_id = app_district() and e.id = current_equity_version()',
      'e.created_at::date::text',
    )
  if (code !== 'target') return told(code, `d.${code}`, district)
  if (!subject.metricId) return 'null::json'
  const of = subject.schoolId
    ? `(g.school_id is null or g.school_id = ${put('schoolId', subject.schoolId, 'uuid')})`
    : 'g.school_id is null'
  return told(
    code,
    'g.target_value',
    `(select g.target_value, g.due_on from targets g join student_groups s on s.district_id = g.district_id and s.id = g.group_id and s.code = 'all'
      where g.district_id = app_district() and g.metric_id = ${put('metricId', subject.metricId, 'uuid')} and ${of}
      order by g.school_id nulls last limit 1) g`,
    'g.due_on::text',
  )
}

const metricOf = ({ metricId }: FigureSubject, { put }: Numbered): string =>
  metricId
    ? `(select json_build_object('code', m.code, 'name', m.name, 'nameEs', m.name_es, 'numerator', m.numerator,
        'denominator', m.denominator, 'source', m.source, 'owner', m.owner, 'version', m.version)
      from metrics m where m.district_id = app_district() and m.id = ${put('metricId', metricId, 'uuid')})`
    : 'null::json'

/** Of the cells everybody is shown, those withheld: what a reader can count on the page, never how many are behind one. */
const publishedOf = ({ metricId, periodId, schoolId }: FigureSubject, { put }: Numbered) => {
  if (!metricId) return { withheld: 'null::integer', at: 'null::text' }
  const narrowed = (alias: string) =>
    [
      `${alias}.district_id = app_district() and ${alias}.metric_id = ${put('metricId', metricId, 'uuid')}`,
      periodId && `${alias}.period_id = ${put('periodId', periodId, 'uuid')}`,
    ]
      .filter(Boolean)
      .join(' and ')
  const school = schoolId ? ` and f.school_id = ${put('schoolId', schoolId, 'uuid')}` : ''
  return {
    withheld: `(select count(*)::integer from published_figures f, json_each(f.cells) c
      where ${narrowed('f')}${school} and (c.value ->> 'suppressed')::boolean)`,
    at: `(select ${utc('max(p.published_at)')} from published_tables p where ${narrowed('p')})`,
  }
}

export interface Explained {
  missing: SubjectKey | null
  inputs: FigureInput[]
  settings: (FigureExplanation['settings'][number] | null)[]
  metric: FigureExplanation['metric']
  withheld: number | null
  computedAt: string | null
}

/** Everything behind a figure in one statement, built from which parts are asked for and kept by its text. */
export const explainedBy = async (
  db: Db,
  figure: FigureCode,
  row: FigureRow,
  subject: FigureSubject,
  schools: readonly string[] | null,
): Promise<Explained> => {
  const given = numbered()
  const inputs = row.reads.map((table) => {
    const source = tableSources[table]! // a test holds the tables to the registry
    const where = [conditions(source, subject, schools, given), onlyThese[figure]?.[table]]
    return inputOf(
      table,
      source,
      where.filter(Boolean).join(' and '),
      changedBy(table, source, subject, given),
    )
  })
  const published = publishedOf(subject, given)
  const text = `select ${missingOf(subject, schools, given)} as missing,
    json_build_array(${inputs.join(', ')}) as inputs,
    json_build_array(${row.settings.map((code) => settingOf(code, subject, given)).join(', ')}) as settings,
    ${metricOf(subject, given)} as metric, ${published.withheld} as withheld, ${published.at} as "computedAt"`
  return (await db.one(statement<Explained>(text), given.values))! // without from: one row
}
