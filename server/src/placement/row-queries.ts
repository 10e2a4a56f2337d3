import type { PlacementQuery, PlanSettings } from '@common-table/shared/placement/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const rowJson = `json_build_object('id', r.id,
  'need', (select json_build_object('id', n.id, 'title', n.title, 'severity', n.severity) from needs n
    where n.district_id = app_district() and n.id = r.need_id),
  'school', json_build_object('id', s.id, 'name', s.name, 'area', s.area), 'equityTier', r.equity_tier,
  'category', (select json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es) from categories k
    where k.district_id = app_district() and k.id = r.category_id),
  'tier', v.tier, 'organization', json_build_object('id', o.id, 'name', o.name, 'serviceId', v.id, 'serviceName', v.name),
  'students', r.students, 'unmet', r.unmet, 'score', r.score, 'metres', r.metres, 'reasons', r.reasons,
  'decision', r.decision, 'accepted', r.accepted, 'reason', r.reason, 'decidedBy', r.decided_by_name, 'decidedAt', ${utc('r.decided_at')},
  'version', r.version)`

const rowJoins = `join schools s on s.district_id = r.district_id and s.id = r.school_id
  join services v on v.district_id = r.district_id and v.id = r.service_id
  join organizations o on o.district_id = v.district_id and o.id = v.organization_id`

const rows = listBy({
  alias: 'r',
  from: `placement_rows r ${rowJoins}`,
  filters: {
    planId: 'r.plan_id = ?::uuid',
    decision: 'r.decision = any (?::text[])',
    categoryId: 'r.category_id = any (?::uuid[])',
    schoolId: 'r.school_id = any (?::uuid[])',
    organizationId: 'v.organization_id = any (?::uuid[])',
    equityTier: 'r.equity_tier = any (?::text[])',
  },
  sorts: {
    weight: [
      ['(r.weight * r.students)', 'double precision'],
      ['r.id', 'uuid'],
    ],
    students: [
      ['r.students', 'integer'],
      ['r.id', 'uuid'],
    ],
    score: [
      ['r.score', 'integer'],
      ['r.id', 'uuid'],
    ],
    school: [
      ['s.name', 'text'],
      ['r.id', 'uuid'],
    ],
    organization: [
      ['o.name', 'text'],
      ['r.id', 'uuid'],
    ],
  },
  item: rowJson,
  counted: true,
})

export const placementsOf = (
  db: Db,
  planId: string,
  { sort = '-weight', cursor: _, limit = 50, ...filters }: PlacementQuery,
  after: readonly unknown[] | undefined,
) =>
  rows(db, {
    filters: { planId, ...filters },
    sort: sort.replace('-', '') as 'weight', // the sorts without their sign
    descending: sort.startsWith('-'),
    after,
    limit,
  })

const one = statement<{ row: string; version: number }>(`select (${rowJson})::text as row, r.version
  from placement_rows r ${rowJoins} where r.district_id = app_district() and r.id = $1`)
export const placementOf = (db: Db, id: string) => db.one(one, [id])

/** What accepting moved, so that it can be put back: amounts in the service's capacity unit. */
export interface Moves {
  taken: { siteId: string; amount: number }[]
  /** The site at the school; `created` with this acceptance. */
  target: { siteId: string; amount: number; created: boolean }
  /** A partnership the school was added to, with the scope it had. */
  partnership: { id: string; scope: string } | null
  /** The need was open and has been begun. */
  begunNeed: boolean
}

interface HeldRow {
  decision: 'open' | 'accepted' | 'skipped'
  version: number
  needId: string
  serviceId: string
  schoolId: string
  students: number
  moves: Moves | null
  settings: PlanSettings
  ready: boolean
}

const hold =
  statement<HeldRow>(`select r.decision, r.version, r.need_id as "needId", r.service_id as "serviceId", r.school_id as "schoolId",
    r.students, r.moves, p.settings, p.status = 'ready' as ready
  from placement_rows r join placement_plans p on p.district_id = r.district_id and p.id = r.plan_id
  where r.district_id = app_district() and r.id = $1 for update of r`)
/** A row that nobody else decides about until this transaction ends. */
export const holdPlacement = (db: Db, id: string) => db.one(hold, [id])

// The service first, then every school it is or comes to, in one order: coverage locks schools the same way.
const holdService = statement(
  `select from services where district_id = app_district() and id = $1 for no key update`,
)
const holdSchools = statement(`select from school_counts where district_id = app_district()
  and (school_id = $2 or school_id in (select school_id from service_sites where district_id = app_district() and service_id = $1))
  order by school_id for no key update`)
export const holdPlaces = async (db: Db, serviceId: string, schoolId: string): Promise<void> => {
  await db.run(holdService, [serviceId])
  await db.run(holdSchools, [serviceId, schoolId])
}

const decide =
  statement(`update placement_rows set decision = $2, accepted = $3, reason = $4, moves = $5::jsonb,
    moved_at = case when $6 then now() else moved_at end, decided_by = $7, decided_by_name = $8, decided_at = case when $8::text is not null then now() end
  where district_id = app_district() and id = $1`)
export const decidePlacement = (
  db: Db,
  id: string,
  decision: {
    decision: HeldRow['decision']
    accepted?: number
    reason?: string
    moves?: Moves
    moved: boolean
    by: { id: string | null; name: string } | null
  },
) =>
  db.run(decide, [
    id,
    decision.decision,
    decision.accepted ?? null,
    decision.reason ?? null,
    decision.moves ? JSON.stringify(decision.moves) : null,
    decision.moved,
    decision.by?.id ?? null,
    decision.by?.name ?? null,
  ])

const others = statement<{
  other: boolean
  any: boolean
}>(`select coalesce(bool_or(service_id <> $2), false) as other, count(*) > 0 as any
  from placement_rows where district_id = app_district() and need_id = $1 and decision = 'accepted' and id <> $3`)
/** Whether the need has accepted placements beside this row, and whether with another service. */
export const otherAcceptances = async (db: Db, needId: string, serviceId: string, rowId: string) =>
  (await db.one(others, [needId, serviceId, rowId]))! // an aggregate is one row
