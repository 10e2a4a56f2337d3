import type { Overview } from '@common-table/shared/boards/schemas'
import type { StudentsMoved } from '@common-table/shared/boards/moved'
import { storiesShown } from '@common-table/shared/reports/kinds'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { own } from './sql-parts.ts'

/** As the database counts it: nobody is withheld yet. */
export interface OverviewGround {
  districtName: string
  threshold: number
  reach: Omit<Overview['reach'], 'students'>
  students: StudentsMoved
  openNeeds: Overview['gaps']['openNeeds']
  severe: number
  openByTier: Record<string, number>
  help: { tier: number; openNeeds: number; wanted: number; missing: number }[]
  packet: Overview['equity']['before']
  value: Overview['value']
  overdueBefore: number | null
  stories: Overview['stories']
}

const running = `p.stage in ('active', 'expanding', 'renewing')`
const dayOf = (moment: string): string => `(${moment} at time zone d.time_zone)::date`
const began = `coalesce(p.starts_on, ${dayOf('p.created_at')})`
/** Whether a partnership ran a year ago, as far as its days tell. */
const ranThen = `(p.stage not in ('exploring', 'forming') and ${began} <= $2::date and not (p.stage = 'ended' and p.stage_since <= $2::date))`
/** Zero where nothing is known of that day is no comparison. */
const known = (count: string): string => `nullif(${count}, 0)`

const ground = statement<{ ground: string }>(`with d as materialized (
    select id, name, time_zone, suppression_threshold, (now() at time zone time_zone)::date as today,
      $1::date::timestamp at time zone time_zone as began from districts where id = app_district()
  ), p as materialized (
    select p.id, p.organization_id, coalesce(p.students_reached, 0) as students, ${running} as now, ${ranThen} as then
    from d join partnerships p on p.district_id = d.id
  ), year as materialized (
    select y.id, y.label, y.starts_on, row_number() over (order by y.starts_on desc) as place from d join school_years y on y.district_id = d.id
      and y.starts_on <= d.today order by y.starts_on desc limit 2
  ), spent as materialized (
    select year.place, sum(t.partner_delivered_cents) as partner, sum(t.district_delivered_cents) as district, sum(t.volunteer_hours) as hours
    from year join investment_totals t on ${own('t')} and t.school_year_id = year.id group by 1
  ), needed as materialized (
    select x.tier, sum(x.open_needs) as open_needs, sum(x.students) as wanted, sum(greatest(x.students - coalesce(s.verified, 0), 0)) as missing
    from coverage_demand x left join coverage_supply s on ${own('s')} and s.school_id = x.school_id and s.category_id = x.category_id and s.tier = x.tier
    where ${own('x')} and x.school_year_id = (select id from year where place = 1) and x.open_needs > 0 group by 1
  )
  select json_build_object('districtName', d.name, 'threshold', d.suppression_threshold,
    'reach', json_build_object(
      'partnerships', (select json_build_object('now', count(*) filter (where now), 'before', ${known('count(*) filter (where "then")')}) from p),
      'partners', (select json_build_object('now', count(distinct organization_id) filter (where now),
        'before', ${known('count(distinct organization_id) filter (where "then")')}) from p),
      'schools', (select count(*) from schools s where ${own('s')} and s.status = 'open'),
      'schoolsWithPartner', json_build_object(
        'now', (select count(*) from schools s join school_counts c on ${own('c')} and c.school_id = s.id where ${own('s')} and s.status = 'open' and c.partners > 0),
        'before', (select ${known('count(*)')} from (select distinct l.school_id from p join partnership_schools l on ${own('l')}
            and l.partnership_id = p.id where p.then) l join schools s on ${own('s')} and s.id = l.school_id and s.status = 'open'))),
    'students', (select json_build_object('both', coalesce(sum(students) filter (where now and "then"), 0),
      'begun', coalesce(sum(students) filter (where now and not "then"), 0),
      'ended', coalesce(sum(students) filter (where not now and "then"), 0)) from p),
    'openNeeds', json_build_object('now', (select coalesce(sum(open_needs), 0) from school_counts c where ${own('c')}),
      'before', (select ${known('count(*)')} from needs n where ${own('n')} and n.status in ('open', 'in_progress', 'met', 'withdrawn')
        and n.created_at < d.began and (n.closed_at is null or n.closed_at >= d.began))),
    'severe', (select count(*) from needs n where ${own('n')} and n.status in ('open', 'in_progress') and n.severity >= 4),
    'openByTier', (select coalesce(json_object_agg(tier, n), '{}') from (select e.tier, sum(c.open_needs) as n from equity_scores e
      join school_counts c on ${own('c')} and c.school_id = e.school_id
      where ${own('e')} and e.version_id = current_equity_version() and e.tier is not null group by 1) t),
    'help', (select coalesce(json_agg(json_build_object('tier', tier, 'openNeeds', open_needs, 'wanted', wanted, 'missing', missing) order by tier), '[]') from needed),
    'packet', (select json_build_object('reportId', r.id, 'quarter', r.body -> 'quarter', 'schoolYear', r.body -> 'schoolYear', 'ratio', r.body -> 'equity' -> 'ratio')
      from reports r where ${own('r')} and r.kind = 'board_quarter' and r.status = 'ready' and r.ends_on < $1::date
        and jsonb_typeof(r.body -> 'equity' -> 'ratio') = 'number' order by r.ends_on desc, r.id desc limit 1),
    'value', json_build_object('schoolYear', (select label from year where place = 1), 'yearBefore', (select label from year where place = 2),
      'partnerCents', json_build_object('now', coalesce((select partner from spent where place = 1), 0), 'before', (select partner from spent where place = 2)),
      'districtCents', json_build_object('now', coalesce((select district from spent where place = 1), 0), 'before', (select district from spent where place = 2)),
      'volunteerHours', json_build_object('now', coalesce((select hours from spent where place = 1), 0), 'before', (select hours from spent where place = 2))),
    'overdueBefore', (select case when count(*) > 0 then count(*) filter (where x.status = 'open' or x.kept_on >= $1::date) end
      from obligation_dues x where ${own('x')} and x.due_on < $1::date and x.status in ('open', 'kept', 'late')),
    'stories', json_build_object('published', (select json_build_object(
          'now', count(*) filter (where ${dayOf('s.published_at')} >= (select starts_on from year where place = 1)),
          'before', case when (select count(*) from year) > 1 then count(*) filter (where ${dayOf('s.published_at')} < (select starts_on from year where place = 1)
            and ${dayOf('s.published_at')} >= (select starts_on from year where place = 2)) end)
        from shown_stories s where ${own('s')}),
      'items', (select coalesce(json_agg(json_build_object('slug', s.slug, 'title', s.title, 'titleEs', s.title_es, 'summary', s.summary,
          'summaryEs', s.summary_es, 'partner', o.name, 'school', h.name) order by s.published_at desc, s.slug), '[]')
        from (select * from shown_stories s where ${own('s')} order by s.published_at desc, s.slug limit ${storiesShown}) s
          join organizations o on o.district_id = s.district_id and o.id = s.organization_id
          left join schools h on h.district_id = s.district_id and h.id = s.school_id)))::text as ground
  from d`)

/** What the page rests on besides outcomes and equity: sums that are kept as people write, and the days of partnerships, needs and promises. */
export const overviewGround = async (db: Db, quarterBegan: string, yearAgo: string) =>
  JSON.parse((await db.one(ground, [quarterBegan, yearAgo]))!.ground) as OverviewGround // the district is there
