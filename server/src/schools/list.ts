import type { SchoolFilters, SchoolQuery, SchoolSort } from '@common-table/shared/schools/schemas'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

/** Which schools a person may see: null means every one of the district. */
export type SchoolScope = Actor['schoolIds']

const bySort = {
  relevance: [
    ['found.rank', 'integer'],
    ['s.id', 'uuid'],
  ],
  name: [
    ['s.name', 'text'],
    ['s.id', 'uuid'],
  ],
  enrolment: [
    ['coalesce(s.enrolment, -1)', 'integer'],
    ['s.id', 'uuid'],
  ],
  openNeeds: [
    ['c.open_needs', 'integer'],
    ['c.school_id', 'uuid'],
  ],
  partners: [
    ['c.partners', 'integer'],
    ['c.school_id', 'uuid'],
  ],
} as const

const shape = {
  alias: 's',
  from: 'schools s join school_counts c on c.district_id = s.district_id and c.school_id = s.id',
  filters: {
    q: { join: 'join schools_like(?::text) found on found.id = s.id' },
    scope: 's.id = any (?::uuid[])',
    level: 's.level = any (?::text[])',
    area: 's.area = any (?::text[])',
    status: 's.status = any (?::text[])',
    kind: 's.kind = any (?::text[])',
    communitySchool: 's.community_school = ?::boolean',
    hasPartners: '(c.partners > 0) = ?::boolean',
    hasOpenNeeds: '(c.open_needs > 0) = ?::boolean',
  },
  sorts: bySort,
}

const listed = listBy({
  ...shape,
  item: `json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'level', s.level, 'status', s.status, 'kind', s.kind,
    'grades', s.grades, 'area', s.area, 'enrolment', s.enrolment, 'enrolmentYear', s.enrolment_year,
    'communitySchool', s.community_school, 'partners', c.partners, 'openNeeds', c.open_needs)`,
  counted: true,
})

const exported = listBy({
  ...shape,
  item: `json_build_array(s.code, s.name, s.level, s.status, s.kind, array_to_string(s.grades, ', '), s.area, s.address, s.city,
    s.state, s.postal_code, s.latitude, s.longitude, s.phone, s.website, s.principal_name, s.principal_email,
    case when s.community_school then 'yes' else 'no' end, s.enrolment, s.enrolment_year, c.partners, c.open_needs)`,
})

/** A piece of the export: its rows are arrays of cells, in the order of the columns of the file. */
export const exportedSchools = (
  db: Db,
  scope: SchoolScope,
  filters: SchoolFilters,
  after: readonly unknown[] | undefined,
) => {
  return exported(db, {
    filters: { ...filters, scope: scope ?? undefined },
    sort: 'name',
    after,
    limit: 1000,
  })
}

export const listSchools = (
  db: Db,
  scope: SchoolScope,
  { sort, cursor: _, limit = 50, ...filters }: SchoolQuery,
  after: readonly unknown[] | undefined,
) => {
  return listed(db, {
    filters: { ...filters, scope: scope ?? undefined },
    sort:
      sort === undefined
        ? filters.q === undefined
          ? 'name'
          : 'relevance'
        : (sort.replace('-', '') as SchoolSort),
    descending: sort?.startsWith('-') ?? false,
    after,
    limit,
  })
}

const facets = ['level', 'area', 'status', 'kind'] as const
const flags = ['communitySchool', 'hasPartners', 'hasOpenNeeds'] as const
const conditions = [...facets, ...flags].map((name) => [name, `fits_${name.toLowerCase()}`] as const)
const fits = (except?: string) =>
  conditions
    .filter(([name]) => name !== except)
    .map(([, column]) => column)
    .join(' and ')

const values = (
  name: string,
) => `(select coalesce(json_agg(json_build_object('value', value, 'count', n) order by n desc, value), '[]')
    from (select ${name} as value, count(*)::integer as n from found where ${fits(name)} and ${name} <> '' group by 1) counted)`

// Each value is counted among the schools that pass every other filter, so that choosing a second value is honest.
const counted = statement<{ facets: string }>(`with found as materialized (
    select s.level, s.area, s.status, s.kind, s.community_school, c.partners, c.open_needs,
      ($3::text[] is null or s.level = any ($3)) as fits_level,
      ($4::text[] is null or s.area = any ($4)) as fits_area,
      ($5::text[] is null or s.status = any ($5)) as fits_status,
      ($6::text[] is null or s.kind = any ($6)) as fits_kind,
      ($7::boolean is null or s.community_school = $7) as fits_communityschool,
      ($8::boolean is null or (c.partners > 0) = $8) as fits_haspartners,
      ($9::boolean is null or (c.open_needs > 0) = $9) as fits_hasopenneeds
    from schools s join school_counts c on c.district_id = s.district_id and c.school_id = s.id
    where s.district_id = app_district() and ($1::uuid[] is null or s.id = any ($1))
      and ($2::text is null or s.id in (select id from schools_like($2)))
  )
  select json_build_object(
    'total', (select count(*) from found where ${fits()}),
    ${facets.map((name) => `'${name}', ${values(name)}`).join(',\n    ')},
    'communitySchool', (select count(*) from found where community_school and ${fits('communitySchool')}),
    'hasPartners', (select count(*) from found where partners > 0 and ${fits('hasPartners')}),
    'hasOpenNeeds', (select count(*) from found where open_needs > 0 and ${fits('hasOpenNeeds')})
  )::text as facets`)

export const countSchools = (db: Db, scope: SchoolScope, filters: SchoolFilters) =>
  db.one(counted, [scope, filters.q ?? null, ...[...facets, ...flags].map((name) => filters[name] ?? null)])
