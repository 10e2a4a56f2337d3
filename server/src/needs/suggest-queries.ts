import { figuresGone } from '@common-table/shared/needs/schemas'
import type { SuggestionRule } from '@common-table/shared/needs/rules'
import type { SchoolFigures } from '@common-table/shared/needs/suggestions'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement } from '../db/statement.ts'

const rules =
  statement<SuggestionRule>(`select r.code, m.code as metric, r.comparison, r.threshold, r.trend, k.code as category,
    r.tier, r.severity_steps as severity, r.students
  from need_rules r join metrics m on m.district_id = r.district_id and m.id = r.metric_id and m.active
    join categories k on k.district_id = r.district_id and k.id = r.category_id and k.active
  where r.district_id = app_district() and r.active order by r.code`)

// Laterals with a limit, because tables just filled have no statistics: each row is then found by its whole key.
// A school without a row in the latest period of a metric has no figure to go by: it does not fall back on an older one.
const figures = bulkStatement<SchoolFigures>(`with used as (
    select distinct m.id, m.code, m.period_kind from need_rules r
      join metrics m on m.district_id = r.district_id and m.id = r.metric_id and m.active
    where r.district_id = app_district() and r.active
  ), spans as (
    select u.id as metric_id, u.code, p.id as period_id,
      case when p.kind = 'year' then y.label else y.label || ' ' || p.label end as label,
      extract(year from y.starts_on) + (p.ordinal - 1)
        / (case p.kind when 'month' then 12 when 'quarter' then 4 when 'semester' then 2 else 1 end)::numeric as at,
      row_number() over (partition by u.id order by p.starts_on desc) as place
    from used u join periods p on p.district_id = app_district() and p.kind = u.period_kind
      join school_years y on y.district_id = app_district() and y.id = p.school_year_id
    where (select true from published_figures f where f.district_id = app_district() and f.metric_id = u.id and f.period_id = p.id limit 1)
  ), series as (
    select f.school_id, s.code, json_agg(json_build_object('at', s.at, 'period', s.label, 'cell', f.cells -> 'all') order by s.at) as cells
    from spans s join published_figures f on f.district_id = app_district() and f.metric_id = s.metric_id
      and f.period_id = s.period_id and f.school_id is not null and f.cells -> 'all' is not null
    where s.place <= 3 group by 1, 2 having bool_or(s.place = 1)
  )
  select x.school_id as school, s.enrolment as enrollment, json_object_agg(x.code, x.cells) as metrics
  from series x, lateral (select s.enrolment from schools s
    where s.district_id = app_district() and s.id = x.school_id and s.status = 'open' limit 1) s
  group by 1, 2 order by 1`)

const keep = bulkStatement<{
  suggested: number
  changed: number
  settled: number
}>(`with given as materialized (
    select s.id as school_id, k.id as category_id, g.tier, g.severity, g.students, g.grounds, r.id as rule_id
    from json_to_recordset($1::json) as g (school uuid, category text, tier smallint, severity smallint, students integer,
        rule text, grounds jsonb)
      join schools s on s.district_id = app_district() and s.id = g.school
      join categories k on k.district_id = app_district() and k.code = g.category
      join need_rules r on r.district_id = app_district() and r.code = g.rule
  ), standing as materialized (
    select g.*, n.id as need_id, n.status, n.closed_reason from given g
      left join lateral (select * from needs n where n.district_id = app_district() and n.school_year_id = $2
        and n.school_id = g.school_id and n.category_id = g.category_id and n.tier = g.tier and n.rule_id is not null limit 1) n on true
  ), fresh as (
    select * from standing g where case
      when need_id is null then not exists (select from needs n where n.district_id = app_district() and n.school_year_id = $2
        and n.school_id = g.school_id and n.category_id = g.category_id and n.tier = g.tier
        and n.status in ('open', 'in_progress', 'met'))
      else status = 'suggested' or (status = 'withdrawn' and closed_reason = '${figuresGone}') end
  ), kept as (
    insert into needs as n (district_id, school_id, category_id, school_year_id, tier, severity, students_affected,
        source, evidence, rule_id, status, created_by_name)
      select app_district(), school_id, category_id, $2, tier, severity, students, 'data',
        jsonb_build_object('grounds', grounds), rule_id, 'suggested', $3
      from fresh
      on conflict (district_id, school_year_id, school_id, category_id, tier) where rule_id is not null do update
        set severity = excluded.severity, students_affected = excluded.students_affected,
          evidence = n.evidence || excluded.evidence, rule_id = excluded.rule_id, status = 'suggested', closed_reason = null, closed_at = null
        where n.status = 'withdrawn' or (n.severity, n.students_affected, n.evidence -> 'grounds', n.rule_id)
          is distinct from (excluded.severity, excluded.students_affected, excluded.evidence -> 'grounds', excluded.rule_id)
      returning xmax = 0 as added
  )
  select count(*) filter (where added)::integer as suggested, count(*) filter (where not added)::integer as changed,
    ((select count(*) from given) - (select count(*) from fresh))::integer as settled
  from kept`)

const withdraw = bulkStatement(`with given as materialized (
    select g.school, k.id as category_id, g.tier
    from json_to_recordset($1::json) as g (school uuid, category text, tier smallint)
      join categories k on k.district_id = app_district() and k.code = g.category
  )
  update needs n set status = 'withdrawn', closed_reason = '${figuresGone}', closed_at = now()
  where n.district_id = app_district() and n.status = 'suggested' and n.rule_id is not null
    and (n.school_year_id <> $2 or (n.school_id, n.category_id, n.tier) not in (select school, category_id, tier from given))`)

export interface GivenSuggestion {
  school: string
  category: string
  tier: number
  severity: number
  students: number | null
  rule: string
  grounds: unknown
}

export const activeRules = (db: Db) => db.many(rules)
/** The latest figures of every open school, as everyone may see them, of the metrics the rules go by. */
export const latestFigures = (db: Db) => db.many(figures)
export const keepSuggestions = async (
  db: Db,
  given: readonly GivenSuggestion[],
  yearId: string,
  by: string,
) => (await db.one(keep, [JSON.stringify(given), yearId, by]))! // an aggregate without group by: one row
/** Takes back what waits for a decision although no figure suggests it any more; answers how many. */
export const withdrawStale = (db: Db, given: readonly GivenSuggestion[], yearId: string) =>
  db.run(withdraw, [JSON.stringify(given), yearId])
