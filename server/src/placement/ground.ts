import { studentsServed } from '@common-table/shared/catalog/capacity-units'
import { expectedStudents } from '@common-table/shared/catalog/tiers'
import { equityFactor } from '@common-table/shared/equity/equity-tiers'
import type { MatchableNeed, MatchableService, Relation } from '@common-table/shared/matching/service-match'
import type { PlanSettings } from '@common-table/shared/placement/schemas'
import { movablePlaces, shareCells, type CellStanding } from '@common-table/shared/placement/shares'
import { cellKey, standingBy } from '@common-table/shared/placement/yardstick'
import type { NeedRow, ServiceRow, SiteRow } from './ground-queries.ts'

export type Measure = Pick<PlanSettings, 'yardstick' | 'assumedPlaces' | 'withinKilometres'>

const needCell = (row: NeedRow): string => cellKey(row.schoolId, row.categoryId, row.tier)
const siteCell = (service: ServiceRow, { schoolId }: SiteRow): string | null =>
  schoolId === null ? null : cellKey(schoolId, service.categoryId, service.tier)

/** A need as it is placed and matched, with its students in all, met ones among them. */
export interface GroundNeed extends MatchableNeed {
  readonly row: NeedRow
  readonly wanted: number
}

/** Needs with what nobody serves yet; needs of one cell share its students. */
export const groundNeeds = (rows: readonly NeedRow[], { yardstick }: Measure): GroundNeed[] => {
  const standing = new Map<string, CellStanding>(
    rows.map((row) => [needCell(row), standingBy(yardstick, row)]),
  )
  const shares = shareCells(
    rows.map((row) => ({
      id: row.id,
      cell: needCell(row),
      severity: row.severity,
      students: row.studentsAffected ?? expectedStudents(row.tier, row.enrolment ?? 0),
    })),
    standing,
  )
  return rows.map((row): GroundNeed => {
    const { students, unmet } = shares.get(row.id)! // every row was shared out
    return {
      ...row,
      row,
      wanted: students,
      students: unmet,
      weight: row.severity * equityFactor(row.equityTier),
    }
  })
}

export interface GroundService extends MatchableService {
  readonly row: ServiceRow
  /** Nobody has said how many places there are: the room is taken from the settings. */
  readonly assumed: boolean
  /** Students each site can let go, those at no school first. */
  readonly movable: ReadonlyMap<string, number>
}

const placesOf = ({ sites, homes }: ServiceRow) => {
  const known = sites.flatMap(({ at }) => at ?? [])
  return known.length > 0 ? known : homes
}

/** Services with the students they have room for beside those they serve. */
export const groundServices = (rows: readonly ServiceRow[], measure: Measure): GroundService[] => {
  const { yardstick, assumedPlaces, withinKilometres } = measure
  const counts = (row: ServiceRow, site: SiteRow): boolean =>
    yardstick !== 'assured' || (row.behind && site.fresh)
  const standing = new Map<string, CellStanding>()
  for (const row of rows)
    for (const site of row.sites) {
      const cell = siteCell(row, site)
      if (cell !== null) standing.set(cell, standingBy(yardstick, site))
    }
  const movable = movablePlaces(
    rows.flatMap((row) =>
      row.sites
        .filter((site) => counts(row, site))
        .map((site) => ({
          siteId: site.id,
          serviceId: row.id,
          free: studentsServed(site.available ?? 0, row.unit) ?? 0,
          cell: siteCell(row, site),
        })),
    ),
    standing,
  )
  return rows.map((row): GroundService => {
    const own = new Map(row.sites.map(({ id }) => [id, movable.get(id) ?? 0]))
    const silent = row.sites.every(({ maximum, available }) => maximum === null && available === null)
    const assumed = yardstick === 'assumed' && silent
    const reach = row.reachKm ?? withinKilometres
    return {
      ...row,
      row,
      assumed,
      movable: own,
      // A place counts on the gap board for the main kind of help only, and so it does in a plan.
      categoryIds: [row.categoryId],
      mainCategoryId: row.categoryId,
      room: assumed ? assumedPlaces : [...own.values()].reduce((sum, students) => sum + students, 0),
      places: placesOf(row),
      reachMetres: reach === null ? null : reach * 1000,
      assured: row.behind && row.sites.some(({ fresh }) => fresh),
    }
  })
}

/** How the organisation of a service and a school stand to each other already; `present` holds `school/organization`. */
export const relationOf = (
  { row: { schoolId } }: GroundNeed,
  { row }: GroundService,
  present: ReadonlySet<string>,
): Relation =>
  row.sites.some((site) => site.schoolId === schoolId)
    ? 'this_service'
    : present.has(`${schoolId}/${row.organizationId}`)
      ? 'at_school'
      : row.behind
        ? 'in_district'
        : 'none'

/** Which organisations are at which schools: `school/organization`. */
export const presenceOf = (rows: readonly ServiceRow[]): Set<string> =>
  new Set(
    rows.flatMap(({ organizationId, sites }) =>
      sites.flatMap(({ schoolId }) => (schoolId === null ? [] : [`${schoolId}/${organizationId}`])),
    ),
  )
