import type { NeedQuery, NeedSort } from '@common-table/shared/needs/schemas'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { kindJoins, needFacts, schoolJoin } from './item-queries.ts'

/** Which schools a person may see: null means every one of the district. */
export type SchoolScope = Actor['schoolIds']

const ofSchool = (condition: string) =>
  `exists (select from schools f where f.district_id = n.district_id and f.id = n.school_id and ${condition})`

const list = listBy({
  alias: 'n',
  from: `needs n ${schoolJoin}`,
  filters: {
    scope: 'n.school_id = any (?::uuid[])',
    schoolId: 'n.school_id = any (?::uuid[])',
    categoryId: 'n.category_id = any (?::uuid[])',
    group: `n.category_id in (select id from categories where district_id = app_district() and group_code = any (?::text[]))`,
    tier: 'n.tier = any (?::smallint[])',
    severity: 'n.severity = any (?::smallint[])',
    status: 'n.status = any (?::text[])',
    source: 'n.source = any (?::text[])',
    schoolYear:
      'n.school_year_id = (select id from school_years where district_id = app_district() and label = ?)',
    area: ofSchool('f.area = any (?::text[])'),
    level: ofSchool('f.level = any (?::text[])'),
    barrier: `exists (select from need_barriers b where b.district_id = n.district_id and b.need_id = n.id and b.code = any (?::text[]))`,
  },
  sorts: {
    severity: [
      ['n.severity', 'smallint'],
      ['n.id', 'uuid'],
    ],
    studentsAffected: [
      ['coalesce(n.students_affected, -1)', 'integer'],
      ['n.id', 'uuid'],
    ],
    newest: [['n.id', 'uuid']],
    school: [
      ['s.name', 'text'],
      ['n.id', 'uuid'],
    ],
  },
  item: `json_build_object(${needFacts})`,
  joins: kindJoins,
  counted: true,
})

export const listNeeds = (
  db: Db,
  scope: SchoolScope,
  { sort = '-severity', cursor: _, limit = 50, ...filters }: NeedQuery,
  after: readonly unknown[] | undefined,
) => {
  return list(db, {
    filters: { ...filters, scope: scope ?? undefined },
    sort: sort.replace('-', '') as NeedSort,
    // "Newest" says which way round: its minus sign asks for the oldest.
    descending: sort.startsWith('-') !== (sort.replace('-', '') === 'newest'),
    after,
    limit,
  })
}
