import type { SchoolIndex } from '@common-table/shared/equity/equity-index'
import type { EquitySchoolQuery, EquitySettings, UsedIndicator } from '@common-table/shared/equity/schemas'
import type { SuppliedSchool } from '@common-table/shared/equity/supply-equity'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { bulkStatement, statement } from '../db/statement.ts'

interface Figures {
  /** The metrics asked for, each with the period its figures are of. */
  metrics: { metricId: string; code: string; name: string; nameEs: string; period: string | null }[]
  schools: { schoolId: string; values: Record<string, number | null> }[]
}

// Only what everyone may see is read (published_figures): a withheld figure is missing here as well, or its place among
// the others would tell it. Laterals with a limit find each row by its whole key, whatever the statistics say.
const figures = bulkStatement<Figures>(`with asked as (
    select a.metric, a.year, a.place, m.code, m.name, m.name_es, m.period_kind
    from json_to_recordset($1::json) as a (metric uuid, year text, place integer)
      join metrics m on m.district_id = app_district() and m.id = a.metric
  ), chosen as materialized (
    select a.*, p.id as period_id, case when p.kind = 'year' then p.year else p.year || ' ' || p.label end as period
    from asked a left join lateral (
      select p.id, p.kind, p.label, y.label as year from periods p
        join school_years y on y.district_id = app_district() and y.id = p.school_year_id
      where p.district_id = app_district() and p.kind = a.period_kind and (a.year is null or y.label = a.year)
        and (select true from published_figures f where f.district_id = app_district() and f.metric_id = a.metric
          and f.period_id = p.id and f.school_id is not null limit 1)
      order by p.starts_on desc limit 1) p on true
  )
  select (select coalesce(json_agg(json_build_object('metricId', metric, 'code', code, 'name', name, 'nameEs', name_es, 'period', period)
      order by place), '[]') from chosen) as metrics,
    (select coalesce(json_agg(json_build_object('schoolId', s.id, 'values', coalesce((
        select json_object_agg(c.code, (select (f.cells -> 'all' ->> 'value')::double precision from published_figures f
          where f.district_id = app_district() and f.metric_id = c.metric and f.period_id = c.period_id and f.school_id = s.id))
        from chosen c), '{}')) order by s.id), '[]')
      from schools s where s.district_id = app_district() and s.status = 'open') as schools`)

/** The figures the indicators name, of every open school. A metric that is not the district's is left out. */
export const figuresFor = async (db: Db, indicators: EquitySettings['indicators']): Promise<Figures> =>
  (await db.one(figures, [
    JSON.stringify(
      indicators.map(({ metricId, schoolYear }, place) => ({ metric: metricId, year: schoolYear, place })),
    ),
  ]))! // two aggregates are one row

const versionFacts = `'id', v.id, 'number', v.number, 'scaling', v.scaling, 'indicators', v.indicators, 'note', v.note,
  'createdAt', v.created_at, 'createdByName', v.created_by_name,
  'schools', (select count(*) from equity_scores e where e.district_id = v.district_id and e.version_id = v.id),
  'unscored', (select count(*) from equity_scores e where e.district_id = v.district_id and e.version_id = v.id and e.score is null)`

const versions = statement<{
  items: string
}>(`select coalesce(json_agg(json_build_object(${versionFacts}) order by v.number desc), '[]')::text as items
  from (select * from equity_versions where district_id = app_district() order by number desc limit 50) v`)
export const versionsOf = async (db: Db): Promise<string> => (await db.one(versions))!.items // an aggregate is one row

const version = statement<{ version: string }>(`select json_build_object(${versionFacts})::text as version
  from equity_versions v where v.district_id = app_district() and v.id = $1`)
export const versionOf = (db: Db, id: string) => db.one(version, [id])

const insertVersion = statement<{
  id: string
}>(`insert into equity_versions (district_id, number, scaling, indicators, note, created_by, created_by_name)
  select app_district(), coalesce(max(number), 0) + 1, $1, $2::jsonb, $3, $4, $5 from equity_versions where district_id = app_district()
  returning id`)
const insertScores =
  bulkStatement(`insert into equity_scores (district_id, version_id, school_id, score, rank, tier, known, missing, contributions)
  select app_district(), $1, s."schoolId", s.score, s.rank, s.tier, s.known, array(select jsonb_array_elements_text(s.missing)), s.contributions
  from json_to_recordset($2::json) as s ("schoolId" uuid, score double precision, rank integer, tier text, known double precision,
    missing jsonb, contributions jsonb)`)

export const keepVersion = async (
  db: Db,
  settings: { scaling: string; indicators: UsedIndicator[]; note: string },
  index: readonly SchoolIndex[],
  by: { id: string | null; name: string },
): Promise<string> => {
  const { scaling, indicators, note } = settings
  const kept = await db.one(insertVersion, [scaling, JSON.stringify(indicators), note, by.id, by.name])
  await db.run(insertScores, [kept!.id, JSON.stringify(index)]) // an insert returns its row
  return kept!.id
}

const indexIn = (
  versionId: string,
): string => `(select coalesce(json_agg(json_build_object('schoolId', e.school_id, 'score', e.score,
    'rank', e.rank, 'tier', e.tier, 'known', e.known, 'missing', e.missing, 'contributions', e.contributions)), '[]')
  from equity_scores e where e.district_id = app_district() and e.version_id = ${versionId}) as index`

const before = statement<{ number: number | null; index: SchoolIndex[] }>(`select v.number, ${indexIn('v.id')}
  from equity_versions v where v.district_id = app_district()
    and ($1::uuid is null or v.number < (select number from equity_versions where district_id = app_district() and id = $1))
  order by v.number desc limit 1`)
/** What the version before this one says; the one that counts when none is named. */
export const indexBefore = async (db: Db, versionId: string | null) =>
  (await db.one(before, [versionId])) ?? { number: null, index: [] }

const ofVersion = statement<{ index: SchoolIndex[] }>(`select ${indexIn('$1')}`)
export const indexOf = async (db: Db, versionId: string) => (await db.one(ofVersion, [versionId]))!.index // one row always

const names = statement<{ id: string; name: string }>(
  `select id, name from schools where district_id = app_district() and id = any ($1::uuid[])`,
)
export const namesOf = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await db.many(names, [ids])).map(({ id, name }) => [id, name]))

const schools = listBy({
  alias: 'e',
  from: 'equity_scores e join schools s on s.district_id = e.district_id and s.id = e.school_id',
  filters: {
    versionId: 'e.version_id = ?::uuid',
    current: 'e.version_id = current_equity_version() and ?::boolean',
    tier: 'e.tier = any (?::text[])',
    level: 's.level = any (?::text[])',
    area: 's.area = any (?::text[])',
  },
  sorts: {
    rank: [
      ['coalesce(e.rank, 2147483647)', 'integer'],
      ['e.school_id', 'uuid'],
    ],
    school: [
      ['s.name', 'text'],
      ['e.school_id', 'uuid'],
    ],
  },
  item: `json_build_object('school', json_build_object('id', s.id, 'name', s.name), 'code', s.code, 'area', s.area, 'enrolment', s.enrolment,
    'score', e.score, 'rank', e.rank, 'tier', e.tier, 'known', e.known, 'missing', e.missing, 'contributions', e.contributions)`,
  counted: true,
})

export const equitySchools = (
  db: Db,
  { sort = 'rank', cursor: _, limit = 50, versionId, ...filters }: EquitySchoolQuery,
  after: readonly unknown[] | undefined,
) =>
  schools(db, {
    filters: { ...filters, ...(versionId ? { versionId } : { current: true }) },
    sort: sort === 'school' || sort === '-school' ? 'school' : 'rank',
    descending: sort.startsWith('-'),
    after,
    limit,
  })

const supplied = statement<{ version: number | null; schools: SuppliedSchool[] }>(`select
    (select number from equity_versions where district_id = app_district() and id = current_equity_version()) as version,
    (select coalesce(json_agg(json_build_object('schoolId', s.id, 'tier', e.tier, 'score', e.score, 'students', coalesce(s.enrolment, 0),
      'supply', coalesce(c.supply, 0), 'partners', coalesce(k.partners, 0))), '[]')
    from schools s
      left join equity_scores e on e.district_id = app_district() and e.version_id = current_equity_version() and e.school_id = s.id
      left join (select school_id, sum(verified) as supply from coverage_supply where district_id = app_district() group by 1) c on c.school_id = s.id
      left join school_counts k on k.district_id = app_district() and k.school_id = s.id
    where s.district_id = app_district() and s.status = 'open') as schools`)
export const suppliedSchools = async (db: Db) => (await db.one(supplied))! // two aggregates are one row
