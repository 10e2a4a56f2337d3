import type { Brief } from '@common-table/shared/meetings/brief-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Scope } from './queries.ts'
import { inScope, lastDaySql } from './sql-parts.ts'

export interface BriefHead {
  partnershipId: string
  day: string
  /** The day after which promises belong to the next check-in. */
  until: string
  content: {
    statement: string
    goals: { title: string; words: string }[]
    outcomes: { metricId: string | null; target: string }[]
  } | null
  priorities: { title: string; words: string }[]
  lastMet: string | null
  lastActions: Brief['lastActions']
  schoolYearId: string
  /** The school, where it is the only one. */
  schoolId: string | null
}
const agreedVision = `(select v.content from visions s join vision_versions v on v.district_id = s.district_id and v.vision_id = s.id
  where s.district_id = m.district_id and s.partnership_id = m.partnership_id
    and (select count(distinct a.side) from vision_answers a where a.district_id = v.district_id
      and a.vision_version_id = v.id and a.answer = 'confirmed') = 2
  order by v.number desc limit 1)`
const earlier = `e.district_id = m.district_id and e.partnership_id = m.partnership_id and e.kind = 'check_in' and e.day < m.day`

const head = statement<{
  head: BriefHead
}>(`select json_build_object('partnershipId', m.partnership_id, 'day', m.day,
    'until', greatest(m.day + 92, coalesce((select min(n.day) from meetings n where n.district_id = m.district_id
      and n.partnership_id = m.partnership_id and n.day > m.day and n.status <> 'cancelled'), m.day)),
    'schoolYearId', m.school_year_id, 'content', ${agreedVision},
    'priorities', (select coalesce(json_agg(json_build_object('title', r.title, 'words', '') order by r.position, r.title), '[]')
      from partnership_priorities l join priorities r on r.district_id = l.district_id and r.id = l.priority_id
      where l.district_id = m.district_id and l.partnership_id = m.partnership_id),
    'lastMet', (select max(e.day) from meetings e where ${earlier} and e.status in ('held', 'signed')),
    'lastActions', (select coalesce(json_agg(json_build_object('id', x.id, 'what', x.what, 'side', x.side, 'owner', x.owner,
        'dueOn', x.due_on, 'doneOn', x.done_on, 'overdue', x.done_on is null and x.due_on < district_today()) order by x.due_on, x.id), '[]')
      from meetings e join meeting_actions x on x.district_id = e.district_id and x.meeting_id = e.id
      where ${earlier} and e.status <> 'cancelled' and (x.done_on is null or e.day = ${lastDaySql})),
    'schoolId', (select case when count(*) = 1 then min(s.school_id::text) end from partnership_schools s
      where s.district_id = m.district_id and s.partnership_id = m.partnership_id and p.scope <> 'district')) as head
  from meetings m join partnerships p on p.district_id = m.district_id and p.id = m.partnership_id
  where m.district_id = app_district() and m.id = $1 and m.kind = 'check_in' and ${inScope('$2')}`)
export const briefHead = async (db: Db, scope: Scope, id: string) => (await db.one(head, [id, scope]))?.head

/** Counts of fewer students than the district shows are not in a brief: it goes to the partner as well. */
const enough = (column: string): string =>
  `case when ${column} >= (select suppression_threshold from districts where id = app_district()) then ${column} end`

const needWhere = `n.district_id = p.district_id and n.status in ('open', 'in_progress')
  and c.code = any (p.category_codes) and (p.scope = 'district' or exists (select from partnership_schools s
    where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = n.school_id))`
const needFrom = `needs n join categories c on c.district_id = n.district_id and c.id = n.category_id`

type Session = Omit<Brief['sessions'][number], 'percent'>
export type BriefState = { sessions: Session[] } & Pick<
  Brief,
  'promises' | 'delivery' | 'contributions' | 'documents' | 'needs' | 'openNeeds'
>
const state = statement<{ state: BriefState }>(`select json_build_object(
    'promises', (select coalesce(json_agg(json_build_object('id', x.id, 'side', x.side, 'what', b.what, 'dueOn', x.due_on,
        'status', x.status, 'overdue', x.status = 'missed' or (x.status = 'open' and x.due_on < district_today())) order by x.due_on, x.id), '[]')
      from obligation_dues x join obligations b on b.district_id = x.district_id and b.id = x.obligation_id
      where x.district_id = p.district_id and x.partnership_id = p.id and x.due_on <= $2::date
        and (x.status = 'open' or (x.status in ('kept', 'late', 'missed') and x.due_on >= $3::date - 100))),
    'delivery', (select coalesce(json_agg(json_build_object('service', s.name, 'place', coalesce(h.name, t.site_name),
        'unit', s.capacity_unit, 'planned', t.capacity_maximum, 'delivered', ${enough('t.students_served')}) order by s.name, h.name, t.id), '[]')
      from partnership_services l join services s on s.district_id = l.district_id and s.id = l.service_id
        join service_sites t on t.district_id = s.district_id and t.service_id = s.id and t.status = 'active'
        left join schools h on h.district_id = t.district_id and h.id = t.school_id
      where l.district_id = p.district_id and l.partnership_id = p.id
        and (t.capacity_maximum is not null or t.students_served is not null)
        and (t.school_id is null or p.scope = 'district' or exists (select from partnership_schools q
          where q.district_id = p.district_id and q.partnership_id = p.id and q.school_id = t.school_id))),
    'sessions', (select coalesce(json_agg(json_build_object('service', v.name, 'due', c.due, 'delivered', c.delivered) order by v.name, v.id), '[]')
      from (select a.service_id, sum(a.planned)::integer as due, coalesce(sum(a.delivered), 0)::integer as delivered
        from activities a join school_years y on y.district_id = a.district_id and y.id = $4
        where a.district_id = p.district_id and a.partnership_id = p.id and a.kind = 'session'
          and a.happens_on between y.starts_on and least(y.ends_on, district_today()) group by a.service_id) c
        join services v on v.district_id = p.district_id and v.id = c.service_id),
    'contributions', (select coalesce(json_agg(json_build_object('id', c.id, 'side', c.side, 'title', c.title, 'unit', c.unit,
        'planned', c.planned, 'delivered', c.delivered) order by c.side, c.id), '[]')
      from contributions c where c.district_id = p.district_id and c.partnership_id = p.id and c.school_year_id = $4),
    'documents', (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'expiresOn', d.expires_on,
        'expired', d.expires_on < district_today()) order by d.expires_on, d.id), '[]')
      from (select distinct on (d.kind) d.* from compliance_documents d where d.district_id = p.district_id
          and d.organization_id = p.organization_id and d.status = 'approved' and d.expires_on is not null
        order by d.kind, d.expires_on desc) d where d.expires_on <= $2::date),
    'needs', (select coalesce(json_agg(x.need), '[]') from (select json_build_object('id', n.id, 'title', n.title, 'school', h.name,
          'severity', n.severity, 'students', ${enough('n.students_affected')}) as need
        from ${needFrom} join schools h on h.district_id = n.district_id and h.id = n.school_id
        where ${needWhere} order by n.severity desc, n.students_affected desc nulls last, n.id limit 8) x),
    'openNeeds', (select count(*)::integer from ${needFrom} where ${needWhere})) as state
  from partnerships p where p.district_id = app_district() and p.id = $1`)
export const briefState = async (
  db: Db,
  { partnershipId, until, day, schoolYearId }: BriefHead,
): Promise<BriefState> => (await db.one(state, [partnershipId, until, day, schoolYearId]))!.state // the partnership of a check-in exists

export type BriefMetric = Omit<Brief['metrics'][number], 'target'>
/** The last six periods of each metric, as figures were published: screened already, in whatever they withhold. */
const metrics = statement<{
  metric: BriefMetric
}>(`select json_build_object('id', m.id, 'name', m.name, 'nameEs', m.name_es,
    'unit', m.unit, 'decimals', m.decimals, 'direction', m.direction, 'of', case when $2::uuid is null then 'district' else 'school' end,
    'series', (select coalesce(json_agg(json_build_object('period', s.label, 'cell', s.cell) order by s.starts_on), '[]')
      from (select p.starts_on, case when p.kind = 'year' then y.label else p.label || ' ' || y.label end as label, f.cells -> 'all' as cell
        from published_figures f join periods p on p.district_id = f.district_id and p.id = f.period_id
          join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
        where f.district_id = m.district_id and f.metric_id = m.id and f.school_id is not distinct from $2
          and f.cells -> 'all' is not null
        order by p.starts_on desc limit 6) s)) as metric
  from metrics m where m.district_id = app_district() and m.id = any ($1) order by m.name`)
export const briefMetrics = async (db: Db, ids: readonly string[], schoolId: string | null) =>
  (await db.many(metrics, [ids, schoolId])).map(({ metric }) => metric)
