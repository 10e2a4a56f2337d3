import { subjectKeys, type FigureSubject, type SubjectKey } from '@common-table/shared/figures/codes'
import { schoolsOf, type TableSource } from './table-source.ts'

/** Values by number, each given once: a statement knows which parts it has, never their values. */
export const numbered = () => {
  const values: unknown[] = []
  const at = new Map<string, number>()
  return {
    values,
    put: (name: string, value: unknown, type: string): string => {
      if (!at.has(name)) at.set(name, values.push(value))
      return `$${at.get(name)!}::${type}` // set above
    },
  }
}
export type Numbered = ReturnType<typeof numbered>

const typeOf = (key: SubjectKey) => (key === 'schoolYear' ? 'text' : 'uuid')

/** Which rows of a table a figure reads, of what is asked about and within the reader's schools. */
export const conditions = (
  { only, of, own }: TableSource,
  subject: FigureSubject,
  schools: readonly string[] | null,
  { put }: Numbered,
): string =>
  [
    't.district_id = app_district()',
    only,
    ...subjectKeys.map((key) => {
      const [condition, value] = [of[key], subject[key]]
      return condition && value && condition.replace('?', put(key, value, typeOf(key)))
    }),
    own && schools && own.replace('?', put('schools', schools, 'uuid[]')),
  ]
    .filter(Boolean)
    .join(' and ')

/** What is asked about exists and is within reach: another district's id, or another school's, is not there. */
const known: Partial<Readonly<Record<SubjectKey, string>>> = {
  metricId: 'metrics',
  periodId: 'periods',
  schoolId: 'schools',
  categoryId: 'categories',
  organizationId: 'organizations',
  partnershipId: 'partnerships',
  serviceId: 'services',
  objectiveId: 'objectives',
  roundId: 'rounds',
  planId: 'placement_plans',
  pollId: 'delivery_polls',
  offerId: 'offers',
  needId: 'needs',
  releaseId: 'releases',
  reportId: 'reports',
  importId: 'imports',
}
const reach: Partial<Readonly<Record<SubjectKey, string>>> = {
  schoolId: 't.id = any (?)',
  needId: 't.school_id = any (?)',
  partnershipId: schoolsOf('= any (?)', 't.id'),
}
export const missingOf = (
  subject: FigureSubject,
  schools: readonly string[] | null,
  { put }: Numbered,
): string => {
  const parts = subjectKeys.flatMap((key) => {
    const [table, value] = [known[key], subject[key]]
    if (!table || !value) return []
    const own = schools && reach[key] && ` and ${reach[key].replace('?', put('schools', schools, 'uuid[]'))}`
    return `when not exists (select from ${table} t where t.district_id = app_district() and t.id = ${put(key, value, 'uuid')}${own || ''}) then '${key}'`
  })
  return parts.length === 0 ? 'null::text' : `case ${parts.join(' ')} end`
}
