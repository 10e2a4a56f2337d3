import type { ActivityFilter } from '@common-table/shared/activities/schemas'
import { fourCs } from '@common-table/shared/activities/vocabulary'
import type { Db } from '../db/db.ts'
import { listBy, type ListRequest } from '../db/list.ts'
import { statement, type Statement } from '../db/statement.ts'

/** Schools of the reader, and what is the whole district's; null: all. */
export type Scope = readonly string[] | null

export const today = '(select (now() at time zone time_zone)::date from districts where id = app_district())'
const reference = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
const silent = `a.delivered is null and a.happens_on <= ${today}`
const claimed = `'' = any (array[${fourCs.map(({ code }) => `btrim(a.${code})`).join()}])`

export const joins = `left join schools s on s.district_id = a.district_id and s.id = a.school_id
  left join services v on v.district_id = a.district_id and v.id = a.service_id
  left join partnerships p on p.district_id = a.district_id and p.id = a.partnership_id
  left join goal_nodes st on st.district_id = a.district_id and st.id = a.strategy_id
  left join organizations o on o.district_id = a.district_id and o.id = coalesce(v.organization_id, p.organization_id)`
/** Readers who do not log activities see that people came, not how many: a small number would tell who. */
export const itemFor = (
  logs: boolean,
): string => `json_build_object('id', a.id, 'kind', a.kind, 'title', a.title,
  'happensOn', a.happens_on, 'school', ${reference('s')}, 'service', ${reference('v')}, 'organization', ${reference('o')},
  'partnership', ${reference('p')}, 'strategy', case when st.id is not null then json_build_object('id', st.id, 'name', st.title) end,
  'seriesId', a.series_id, 'planned', a.planned, 'delivered', a.delivered, 'status', a.status, 'silent', ${silent},
  'minutes', a.minutes, 'people', ${
    logs
      ? "json_build_object('students', a.students, 'families', a.families, 'staff', a.staff, 'community', a.community)"
      : 'null'
  }, 'reached', ${logs ? 'a.reached' : 'null'}, 'audiences', a.audiences,
  'evidence', json_build_object(${fourCs.map(({ code }) => `'${code}', a.${code}`).join()}), 'built', a.built,
  'epstein', a.epstein, 'languages', a.languages, 'setting', a.setting, 'note', a.note, 'saidBy', a.said_by,
  'saidByName', a.said_by_name, 'version', a.version)`

const filters = {
  scope: '(a.school_id is null or a.school_id = any (?::uuid[]))',
  q: 'position(lower(?::text) in lower(a.title)) > 0',
  schoolYearId:
    'a.happens_on between (select y.starts_on from school_years y where y.district_id = app_district() and y.id = ?::uuid) and (select y.ends_on from school_years y where y.district_id = app_district() and y.id = ?::uuid)',
  from: 'a.happens_on >= ?::date',
  until: 'a.happens_on <= ?::date',
  kind: 'a.kind = ?::text',
  status: 'a.status = any (?::text[])',
  silent: `(${silent}) = ?::boolean`,
  schoolId: 'a.school_id = any (?::uuid[])',
  serviceId: 'a.service_id = ?::uuid',
  partnershipId: 'a.partnership_id = ?::uuid',
  organizationId: `(exists (select from services x where x.district_id = app_district() and x.id = a.service_id and x.organization_id = ?::uuid)
    or exists (select from partnerships x where x.district_id = app_district() and x.id = a.partnership_id and x.organization_id = ?::uuid))`,
  strategyId: 'a.strategy_id = ?::uuid',
  seriesId: 'a.series_id = ?::uuid',
  builds: fourCs
    .map(({ code }) => `(not '${code}' = any (?::text[]) or coalesce(a.${code}, '') ~ '\\S')`)
    .join(' and '),
  cs: `case ?::text when 'all' then a.built = 4 when 'some' then a.built between 1 and 3 when 'none' then a.built = 0
    else coalesce(${claimed}, false) end`,
  epstein: 'a.epstein && ?::text[]',
  audience: 'a.audiences && ?::text[]',
  language: 'a.languages && ?::text[]',
  setting: 'a.setting = any (?::text[])',
  saidBy: 'a.said_by = ?::text',
} as const
type Filter = keyof typeof filters
export type ActivityFilters = Omit<ActivityFilter, never> & { scope?: readonly string[] }

const key = (sql: string, cast: string) =>
  [
    [sql, cast],
    ['a.id', 'uuid'],
  ] as const
const listFor = (logs: boolean) =>
  listBy({
    alias: 'a',
    from: 'activities a',
    joins,
    filters,
    sorts: {
      day: key('a.happens_on', 'date'),
      title: key('a.title', 'text'),
      reached: key('a.reached', 'integer'),
    },
    item: itemFor(logs),
    counted: true,
  })
const lists = { true: listFor(true), false: listFor(false) }
export const activityList = (
  db: Db,
  logs: boolean,
  request: ListRequest<Filter, 'day' | 'title' | 'reached'>,
) => lists[`${logs}`](db, request)

const sums = new Map<string, Statement<{ sum: string }>>()
const sumOf = (used: readonly Filter[], logs: boolean): string => {
  const conditions = used.map((name, at) => `(${filters[name].replaceAll('?', `$${at + 1}`)})`)
  const people = ['students', 'families', 'staff', 'community'].map(
    (kind) => `'${kind}', coalesce(sum(a.${kind}), 0)`,
  )
  const held = "a.kind = 'engagement' and a.status = 'held'"
  return `select json_build_object('activities', count(*), 'held', count(*) filter (where a.status = 'held'),
      'planned', count(*) filter (where a.status = 'planned'), 'cancelled', count(*) filter (where a.status = 'cancelled'),
      'silent', count(*) filter (where ${silent}), 'people', ${logs ? `json_build_object(${people.join()})` : 'null'},
      'engagement', json_build_object('held', count(*) filter (where ${held}),
        'strict', count(*) filter (where ${held} and a.built = 4 and a.audiences @> '{families,staff}'),
        'lenient', count(*) filter (where ${held} and a.built = 4), 'any', count(*) filter (where ${held} and a.built > 0)))::text as sum
    from activities a where ${['a.district_id = app_district()', ...conditions].join(' and ')}`
}
/** What the activities of a filter add up to, as JSON; one statement for each combination of filters, as lists have. */
export const activitySum = async (db: Db, logs: boolean, asked: ActivityFilters): Promise<string> => {
  const used = (Object.keys(filters) as Filter[]).filter((name) => asked[name] !== undefined)
  const name = `${logs}|${used.join()}`
  let found = sums.get(name)
  if (!found) sums.set(name, (found = statement(sumOf(used, logs))))
  return (await db.one(
    found,
    used.map((filter) => asked[filter]),
  ))!.sum // an aggregate answers one row
}
