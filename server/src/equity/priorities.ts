import { expectedStudents, type Tier } from '@common-table/shared/catalog/tiers'
import type { EquityTier } from '@common-table/shared/equity/equity-tiers'
import { needPriority } from '@common-table/shared/equity/need-priority'
import type { PrioritisedNeed, PriorityQuery } from '@common-table/shared/equity/schemas'
import type { Severity } from '@common-table/shared/needs/severity'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

type Factors = [
  id: string,
  severity: Severity,
  studentsAffected: number | null,
  enrolment: number | null,
  tier: Tier,
  equityTier: EquityTier | null,
  unmetShare: number | null,
]
type Named = Pick<PrioritisedNeed, 'id' | 'title' | 'school' | 'category'>

// The unmet share is the gap board's, of the cell the need lies in: what serves one of its needs serves all. Names are
// asked for afterwards, of the few that are shown: with them ten thousand needs took four times as long.
const open = statement<{
  needs: Factors[]
}>(`select coalesce(json_agg(json_build_array(n.id, n.severity, n.students_affected, s.enrolment, n.tier, e.tier,
    case when d.students > 0 then 1 - least(d.students, coalesce(c.verified, 0))::double precision / d.students end)), '[]') as needs
  from needs n join schools s on s.district_id = app_district() and s.id = n.school_id
    left join equity_scores e on e.district_id = app_district() and e.version_id = current_equity_version() and e.school_id = n.school_id
    left join coverage_demand d on d.district_id = app_district() and d.school_id = n.school_id and d.category_id = n.category_id
      and d.school_year_id = n.school_year_id and d.tier = n.tier
    left join coverage_supply c on c.district_id = app_district() and c.school_id = n.school_id and c.category_id = n.category_id and c.tier = n.tier
  where n.district_id = app_district() and n.status in ('open', 'in_progress')
    and ($1::uuid[] is null or n.school_id = any ($1)) and ($2::uuid[] is null or n.category_id = any ($2))
    and ($3::text[] is null or e.tier = any ($3))`)

const named = statement<Named>(`select n.id, n.title, json_build_object('id', s.id, 'name', s.name) as school,
    json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es) as category
  from unnest($1::uuid[]) with ordinality shown (id, place)
    join needs n on n.district_id = app_district() and n.id = shown.id
    join schools s on s.district_id = app_district() and s.id = n.school_id
    join categories k on k.district_id = app_district() and k.id = n.category_id
  order by shown.place`)

type Prioritised = Omit<PrioritisedNeed, keyof Named> & { id: string }

const prioritised = ([
  id,
  severity,
  studentsAffected,
  enrolment,
  tier,
  equityTier,
  unmetShare,
]: Factors): Prioritised => {
  const estimated = studentsAffected === null
  const students = studentsAffected ?? expectedStudents(tier, enrolment ?? 0)
  const { score, equityFactor, reach, floored, ...factors } = needPriority({
    severity,
    studentsAffected: students,
    enrollment: enrolment,
    unmetShare: unmetShare ?? 1,
    tier: equityTier,
  })
  return {
    id,
    tier,
    severity,
    enrolment,
    equityTier,
    students,
    estimated,
    unmetShare: factors.unmetShare,
    equityFactor,
    reach,
    floored,
    score,
  }
}

/** The open needs a person may see, by what comes first. */
export const prioritiesOf = async (
  db: Db,
  scope: readonly string[] | null,
  { sort = '-score', limit = 50, tier, categoryId }: PriorityQuery,
): Promise<{ items: PrioritisedNeed[]; total: number }> => {
  const { needs } = (await db.one(open, [scope, categoryId ?? null, tier ?? null]))! // an aggregate is one row
  const by = sort.replace('-', '') as Exclude<PriorityQuery['sort'], undefined | `-${string}`> // the sorts without their sign
  const way = sort.startsWith('-') ? -1 : 1
  const shown = needs
    .map(prioritised)
    .sort((a, b) => way * (a[by] - b[by]) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
  const names = await db.many(named, [shown.map(({ id }) => id)])
  const placed = new Map(shown.map((need) => [need.id, need]))
  return { items: names.map((name) => ({ ...placed.get(name.id)!, ...name })), total: needs.length } // asked by these ids
}
