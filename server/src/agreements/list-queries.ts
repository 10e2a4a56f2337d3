import type { AgreementFilter, StageStandards } from '@common-table/shared/agreements/list-schemas'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

type Scope = readonly string[] | null

/** The day it is in the district; asked once for a statement, not for each row. */
const today = `(select (now() at time zone time_zone)::date from districts where id = app_district())`
/** Whole days since, wherever midnight is. */
const days = `floor(extract(epoch from now() - a.stage_since) / 86400)::integer`
const stuck = `coalesce(${days} > m.limit_days, false)`
const term = `agreement_term_end(a, ${today})`

const list = listBy({
  alias: 'a',
  from: 'agreements a left join stage_limits() m on m.stage = a.stage and m.intensity = a.intensity',
  filters: {
    schools: `exists (select from partnership_schools s where s.district_id = a.district_id and s.partnership_id = a.partnership_id and s.school_id = any (?::uuid[]))`,
    partnershipId: 'a.partnership_id = ?::uuid',
    organizationId: `exists (select from partnerships q where q.district_id = a.district_id and q.id = a.partnership_id and q.organization_id = ?::uuid)`,
    q: `a.partnership_id in (select id from find_partnerships(?)) or strpos(plain_text(a.title), plain_text(?)) > 0`,
    stage: 'a.stage = any (?::text[])',
    type: 'a.type = any (?::text[])',
    intensity: 'a.intensity = ?',
    stuck: `? = ${stuck}`,
    in_force: `? and agreement_in_force(a, ${today})`,
    upcoming: `? and agreement_standing(a, ${today}) = 'upcoming'`,
    over: `? and agreement_standing(a, ${today}) in ('expired', 'ended', 'replaced')`,
    endsBefore: `a.stage = 'signed' and ${term} <= ?::date and agreement_in_force(a, ${today})`,
  },
  sorts: {
    stageSince: [
      ['a.stage_since', 'timestamptz'],
      ['a.id', 'uuid'],
    ],
    title: [
      ['a.title', 'text'],
      ['a.id', 'uuid'],
    ],
    endsOn: [
      ["coalesce(a.last_day, a.ends_on, 'infinity'::date)", 'date'],
      ['a.id', 'uuid'],
    ],
  },
  item: `json_build_object('id', a.id, 'title', a.title, 'type', a.type, 'kind', a.kind, 'stage', a.stage,
    'stageSince', ${utc('a.stage_since')}, 'daysInStage', ${days},
    'stuck', ${stuck}, 'limitDays', m.limit_days, 'intensity', a.intensity,
    'partnership', json_build_object('id', p.id, 'name', p.name), 'organization', json_build_object('id', o.id, 'name', o.name),
    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'termEndsOn', ${term},
    'noticeBy', case when a.renews and a.last_day is null and a.stage = 'signed' then ${term} - a.notice_days end,
    'standing', agreement_standing(a, ${today}), 'version', a.version)`,
  joins: `join partnerships p on p.district_id = a.district_id and p.id = a.partnership_id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id`,
})

export const agreementsOf = (
  db: Db,
  scope: Scope,
  {
    cursor: _cursor,
    limit = 50,
    sort = 'stageSince',
    descending = false,
    standing,
    ...filter
  }: AgreementFilter,
  after: unknown[] | undefined,
): Promise<ListPage> =>
  list(db, {
    filters: { ...filter, schools: scope ?? undefined, ...(standing && { [standing]: true }) },
    sort,
    descending,
    after,
    limit,
  })

const clock = statement<{ clock: string }>(`with limits as materialized (select * from stage_limits()),
  now_open as (
    select a.stage, count(*)::integer as open, count(*) filter (where ${days} > m.limit_days)::integer as stuck,
      max(${days}) as longest
    from agreements a join limits m on m.stage = a.stage and m.intensity = a.intensity
    where a.district_id = app_district() and a.stage not in ('signed', 'withdrawn')
      and ($1::uuid[] is null or exists (select from partnership_schools s
        where s.district_id = a.district_id and s.partnership_id = a.partnership_id and s.school_id = any ($1)))
    group by 1),
  whole as (
    select y.stage, count(*)::integer as finished,
      percentile_cont(0.5) within group (order by extract(epoch from y.left_at - y.entered_at) / 86400) as median
    from agreement_stays y where y.district_id = app_district() and y.left_at > now() - interval '2 years'
      and y.outcome in ('submitted', 'approved', 'signed') group by 1)
  select json_agg(json_build_object('stage', s.stage, 'open', coalesce(n.open, 0), 'stuck', coalesce(n.stuck, 0),
      'longestDays', coalesce(n.longest, 0), 'standardDays', (select min(standard_days) from limits l where l.stage = s.stage),
      'medianDays', round(w.median::numeric, 1), 'finished', coalesce(w.finished, 0),
      'byIntensity', (select json_agg(json_build_object('intensity', l.intensity, 'medianDays', round(l.median_days::numeric, 1),
          'finished', l.finished, 'limitDays', l.limit_days)
          order by array_position('{low,medium,high}', l.intensity)) from limits l where l.stage = s.stage)) order by s.place)::text as clock
  from unnest('{draft,legal,risk,board,signatures}'::text[]) with ordinality s (stage, place)
    left join now_open n using (stage) left join whole w using (stage)`)
/** How long each stage takes here, and what waits in it. */
export const clockOf = async (db: Db, scope: Scope): Promise<string> => (await db.one(clock, [scope]))!.clock // an aggregate answers one row

const standards = statement(`insert into agreement_standards (district_id, stage, days)
  select app_district(), key, value::smallint from jsonb_each_text($1)
  on conflict (district_id, stage) do update set days = excluded.days`)
export const keepStandards = (db: Db, days: StageStandards) => db.run(standards, [JSON.stringify(days)])

const day = statement<{ today: string }>(
  'select (now() at time zone time_zone)::date::text as today from districts where id = app_district()',
)
/** The day it is in the district. */
export const todayIn = async (db: Db): Promise<string> => (await db.one(day))!.today // the caller's own district
