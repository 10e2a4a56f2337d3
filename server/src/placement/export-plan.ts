import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { bulkStatement } from '../db/statement.ts'
import type { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'

interface Line {
  code: string
  school: string
  area: string
  equityTier: string | null
  category: string
  tier: number
  need: string | null
  organization: string
  service: string
  students: number
  unmet: number
  metres: number | null
  score: number
  decision: string
  accepted: number | null
  reason: string | null
  decidedBy: string | null
}

const lines =
  bulkStatement<Line>(`select s.code, s.name as school, s.area, r.equity_tier as "equityTier", k.name as category,
    v.tier, n.title as need, o.name as organization, v.name as service, r.students, r.unmet, r.metres, r.score,
    r.decision, r.accepted, r.reason, r.decided_by_name as "decidedBy"
  from placement_rows r join schools s on s.district_id = app_district() and s.id = r.school_id
    join categories k on k.district_id = app_district() and k.id = r.category_id
    join needs n on n.district_id = app_district() and n.id = r.need_id
    join services v on v.district_id = app_district() and v.id = r.service_id
    join organizations o on o.district_id = app_district() and o.id = v.organization_id
  where r.district_id = app_district() and r.plan_id = $1 order by r.weight * r.students desc, r.id`)

const columns = [
  'School code',
  'School',
  'Area',
  'Equity tier',
  'Kind of help',
  'Tier',
  'Need',
  'Organization',
  'Service',
  'Students placed',
  'Students without help',
  'Distance in meters',
  'Score',
  'Decision',
  'Students accepted',
  'Reason',
  'Decided by',
].map((header) => ({ header, width: 16 }))

async function* rows(found: readonly Line[]): AsyncGenerator<readonly Cell[]> {
  for (const line of found)
    yield [
      line.code,
      line.school,
      line.area,
      line.equityTier === null ? '' : nameOf(equityTiers, line.equityTier, 'en'),
      line.category,
      line.tier,
      line.need,
      line.organization,
      line.service,
      line.students,
      line.unmet,
      line.metres,
      line.score,
      line.decision,
      line.accepted,
      line.reason,
      line.decidedBy,
    ]
}

/** A plan as a table, the most worth first: for a meeting, a board packet, a spreadsheet. */
export const exportPlan = async (db: Db, planId: string): Promise<Download> =>
  tableFile('placement-plan', 'csv', columns, rows(await db.many(lines, [planId])))
