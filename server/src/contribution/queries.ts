import type { BarrierRule } from '@common-table/shared/barriers/standard'
import type { ShownSchool } from '@common-table/shared/contribution/compare'
import type { NewStudy } from '@common-table/shared/contribution/schemas'
import type { MetricHead, PeriodHead } from '@common-table/shared/outcomes/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export type Scope = readonly string[] | null

const inScope = `($2::uuid[] is null or exists (select from partnership_schools s
  where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`

export interface ContributionGround {
  stale: boolean
  partnership: { id: string; name: string }
  startsOn: string | null
  categories: string[]
  reached: number | null
  threshold: number
  barrierCodes: string[]
  ownBarriers: BarrierRule[]
  needs: {
    total: number
    students: number
    items: { id: string; title: string; school: { id: string; name: string } }[]
  }
  services: { id: string; name: string }[]
  dosage: { planned: number; delivered: number; hours: number; places: number }
  cents: number | null
  study: { title: string; source: string; found: string } | null
  metrics: (MetricHead & { planned: boolean; released: boolean })[]
}

const head = `'id', m.id, 'code', m.code, 'name', m.name, 'nameEs', m.name_es, 'family', m.family,
  'unit', m.unit, 'direction', m.direction, 'decimals', m.decimals`

const ground = statement<ContributionGround>(`with theirs as materialized (
    select n.id, n.title, n.students_affected, n.school_id, n.severity from partnerships p
      join partnership_schools s on s.district_id = p.district_id and s.partnership_id = p.id
      join needs n on n.district_id = s.district_id and n.school_id = s.school_id and n.status in ('open', 'in_progress', 'met')
      join partnership_categories k on k.district_id = p.district_id and k.partnership_id = p.id and k.category_id = n.category_id
    where p.district_id = app_district() and p.id = $1 and ($2::uuid[] is null or n.school_id = any ($2)))
  select exists (select from published_tables t where t.district_id = app_district() and t.changes <> t.published_changes) as stale,
    json_build_object('id', p.id, 'name', p.name) as partnership, p.starts_on::text as "startsOn", p.category_codes as categories,
    p.students_reached as reached, greatest(5, d.suppression_threshold) as threshold,
    (select coalesce(json_agg(distinct b.code), '[]') from need_barriers b
      where b.district_id = p.district_id and b.need_id in (select id from theirs)) as "barrierCodes",
    (select coalesce(json_agg(json_build_object('code', b.code, 'family', b.family, 'name', b.name, 'nameEs', b.name_es,
        'categoryCodes', b.category_codes, 'metricCode', b.metric_code, 'active', b.active) order by b.code), '[]')
      from barriers b where b.district_id = p.district_id) as "ownBarriers",
    json_build_object('total', (select count(*) from theirs), 'students', (select coalesce(sum(students_affected), 0) from theirs),
      'items', (select coalesce(json_agg(json_build_object('id', n.id, 'title', n.title,
          'school', json_build_object('id', s.id, 'name', s.name)) order by n.severity desc, s.name, n.id), '[]')
        from (select * from theirs order by severity desc, id limit 3) n
          join schools s on s.district_id = p.district_id and s.id = n.school_id)) as needs,
    (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name) order by v.name), '[]') from partnership_services x
      join services v on v.district_id = x.district_id and v.id = x.service_id
      where x.district_id = p.district_id and x.partnership_id = p.id) as services,
    (select json_build_object('planned', coalesce(sum(a.planned), 0), 'delivered', coalesce(sum(a.delivered), 0),
        'hours', coalesce(sum(a.delivered * a.minutes), 0) / 60.0, 'places', coalesce(sum(a.students), 0))
      from activities a where a.district_id = p.district_id and a.kind = 'session'
        and ($2::uuid[] is null or a.school_id = any ($2))
        and (a.partnership_id = p.id or a.partnership_id is null and a.service_id in (select x.service_id
          from partnership_services x where x.district_id = p.district_id and x.partnership_id = p.id))) as dosage,
    (select nullif(sum(i.delivered_cents), 0)::double precision from investment_totals i
      where i.district_id = p.district_id and i.partnership_id = p.id) as cents,
    (select json_build_object('title', u.title, 'source', u.source, 'found', u.found) from partnership_studies u
      where u.district_id = p.district_id and u.partnership_id = p.id) as study,
    (select coalesce(json_agg(json_build_object(${head}, 'planned', exists (select from need_prongs g
          where g.district_id = m.district_id and g.metric_id = m.id and g.need_id in (select id from theirs)),
          'released', exists (select from release_tables r join releases e on e.district_id = r.district_id and e.id = r.release_id
            and e.status = 'published' where r.district_id = m.district_id and r.metric_id = m.id))
        order by m.name), '[]')
      from metrics m where m.district_id = p.district_id and m.active and exists (select from published_tables t
        where t.district_id = m.district_id and t.metric_id = m.id)) as metrics
  from partnerships p join districts d on d.id = p.district_id
  where p.district_id = app_district() and p.id = $1 and ${inScope}`)
/** What a partnership's chain is made of; undefined where the reader may not see it. */
export const groundOf = (db: Db, partnership: string, scope: Scope) => db.one(ground, [partnership, scope])

const tiers = `array_position(array['highest', 'high', 'moderate', 'low', 'lowest'], e.tier)`
/** Live figures are for staff; whoever reads by a link is told only what was released to everybody. */
const sources = {
  live: { tables: 'published_tables', pick: '', figures: 'published_figures', same: '' },
  released: {
    tables: 'current_releases',
    pick: ', t.release_id',
    figures: 'release_figures',
    same: 'and f.release_id = c.release_id',
  },
} as const
export type FigureSource = keyof typeof sources

// Of each period the newest release that is public now.
const currentReleases = `current_releases as materialized (
    select distinct on (t.period_id) t.district_id, t.metric_id, t.period_id, t.release_id
    from release_tables t join releases r on r.district_id = t.district_id and r.id = t.release_id and r.status = 'published'
    where t.district_id = app_district() and t.metric_id = $2 order by t.period_id, r.published_at desc)`

const figuresOf = (source: FigureSource): string => {
  const { tables, pick, figures, same } = sources[source]
  return `with ${source === 'released' ? `${currentReleases}, ` : ''}chosen as materialized (
    select p.id, p.starts_on, p.ends_on, y.label as year,
      case when p.kind = 'year' then y.label else p.label || ' ' || y.label end as label${pick}
    from ${tables} t join metrics m on m.district_id = t.district_id and m.id = t.metric_id
      join periods p on p.district_id = t.district_id and p.id = t.period_id and p.kind = m.period_kind
      join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    where t.district_id = app_district() and t.metric_id = $2 order by p.starts_on desc limit 6)
  select (select coalesce(json_agg(json_build_object('id', c.id, 'label', c.label, 'schoolYear', c.year, 'endsOn', c.ends_on) order by c.starts_on), '[]') from chosen c) as periods,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'level', s.level,
        'tier', (select ${tiers} from equity_scores e where e.district_id = s.district_id
          and e.version_id = current_equity_version() and e.school_id = s.id),
        'served', exists (select from partnership_schools x where x.district_id = s.district_id and x.partnership_id = $1 and x.school_id = s.id),
        'helpedByOthers', exists (select from partnership_schools x
          join partnerships o on o.district_id = x.district_id and o.id = x.partnership_id
          where x.district_id = s.district_id and x.school_id = s.id and o.id <> $1 and o.stage in ('active', 'expanding', 'renewing')
            and o.category_codes && (select category_codes from partnerships where district_id = s.district_id and id = $1)),
        'cells', (select json_agg(f.cells -> 'all' order by c.starts_on) from chosen c
          left join ${figures} f on f.district_id = s.district_id and f.metric_id = $2 and f.period_id = c.id
            and f.school_id = s.id ${same})) order by s.name, s.id), '[]')
      from schools s where s.district_id = app_district()
        and exists (select from chosen c join ${figures} f on f.district_id = s.district_id and f.school_id = s.id and f.metric_id = $2
          and f.period_id = c.id ${same})) as schools`
}
type Shown = { periods: PeriodHead[]; schools: ShownSchool[] }
const figures = {
  live: statement<Shown>(figuresOf('live')),
  released: statement<Shown>(figuresOf('released')),
}
/** Every school with its figures of a metric as they are shown, by period. */
export const shownSchools = async (db: Db, partnership: string, metric: string, source: FigureSource) =>
  (await db.one(figures[source], [partnership, metric]))! // without from: one row

const cite =
  statement(`insert into partnership_studies as u (district_id, partnership_id, title, source, found)
  select p.district_id, p.id, $3, $4, $5 from partnerships p where p.district_id = app_district() and p.id = $1 and ${inScope}
  on conflict (district_id, partnership_id) do update set title = excluded.title, source = excluded.source, found = excluded.found`)
export const keepStudy = (db: Db, partnership: string, scope: Scope, { title, source, found }: NewStudy) =>
  db.run(cite, [partnership, scope, title, source, found])

const remove = statement(`delete from partnership_studies u using partnerships p
  where p.district_id = app_district() and p.id = $1 and ${inScope} and u.district_id = p.district_id and u.partnership_id = p.id`)
export const dropStudy = (db: Db, partnership: string, scope: Scope) => db.run(remove, [partnership, scope])
