import { studentsMoved } from '@common-table/shared/boards/moved'
import type { Overview } from '@common-table/shared/boards/schemas'
import { addMonths } from '@common-table/shared/calendar/dates'
import { quarterOf } from '@common-table/shared/calendar/school-years'
import { holds, permissionsOf } from '@common-table/shared/contract/permission'
import type { EquityTier } from '@common-table/shared/equity/equity-tiers'
import { thresholdFrom } from '@common-table/shared/outcomes/suppression'
import type { ReportBody } from '@common-table/shared/reports/body-schemas'
import { reportYear } from '@common-table/shared/reports/kinds'
import { studentCells } from '@common-table/shared/reports/students'
import { suppliedSchools } from '../equity/index.ts'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { dashboardOf, evaluatedObjectives } from '../outcomes/index.ts'
import { equityOf, figuresOf, reportGround, risksPart } from '../reports/index.ts'
import { overviewGround, type OverviewGround } from './overview-queries.ts'

/** A member of the board reads as a viewer does. */
const board = permissionsOf('viewer')

/** How many places are wanted and missing, of each tier; the few of one could be told from those of another, so each stands alone. */
const helpOf = (help: OverviewGround['help'], threshold: number): Overview['gaps']['help'] => {
  const wanted = studentCells(
    help.map((one) => one.wanted),
    threshold,
  )
  const missing = studentCells(
    help.map((one) => one.missing),
    threshold,
  )
  return help.map(({ tier, openNeeds }, at) => ({
    tier,
    openNeeds,
    wanted: wanted[at]!, // a cell for each
    missing: missing[at]!,
  }))
}

/** Who reads one's own schools alone learns how the district stands, and nothing by name of the others. */
const unnamed = <T>({ count }: { count: number; items: T[] }) => ({ count, items: [] as T[] })

const risksFor = (
  risks: ReportBody['risks'],
  { schoolIds, permissions }: Pick<Actor, 'schoolIds' | 'permissions'>,
): ReportBody['risks'] => {
  const hidden = schoolIds !== null
  return {
    ending: hidden ? unnamed(risks.ending) : risks.ending,
    overdue: hidden ? unnamed(risks.overdue) : risks.overdue,
    stuck: hidden ? unnamed(risks.stuck) : risks.stuck,
    // The name of a school beside its tier would be a ranking of schools.
    unserved: hidden || !holds(permissions, 'equity:read') ? unnamed(risks.unserved) : risks.unserved,
  }
}

/** The district on one page, made for the reader or for a member of the board. */
export const overviewOf = async (services: Services, actor: Actor, as: Overview['as']): Promise<Overview> => {
  const { districtId, schoolIds } = actor
  const db = services.read(districtId)
  const { startMonth, today } = await reportGround(db, null, null)
  const { from, to, number } = quarterOf(today, startMonth)
  const schoolYear = reportYear(from, startMonth)
  const yearAgo = addMonths(today, -12)
  const [ground, supplied, dashboard, objectives, found] = await Promise.all([
    overviewGround(db, from, yearAgo),
    suppliedSchools(db),
    dashboardOf(services, districtId, schoolYear),
    evaluatedObjectives(db),
    db.one(risksPart, [from, to, null, null]),
  ])
  const risks = JSON.parse(found!.part) as ReportBody['risks'] // aggregates are one row; the shape is the statement's
  const threshold = thresholdFrom(ground.threshold)
  const { version, ratio, concentration, tiers } = equityOf(supplied)
  const openBy = (tier: EquityTier): number => ground.openByTier[tier] ?? 0
  return {
    as,
    districtName: ground.districtName,
    asOf: new Date().toISOString(),
    schoolYear,
    quarter: number,
    yearAgo,
    quarterBegan: from,
    threshold,
    reach: { ...ground.reach, students: studentsMoved(ground.students, threshold) },
    gaps: {
      openNeeds: ground.openNeeds,
      severe: ground.severe,
      tiers: tiers.map((one) => ({ ...one, openNeeds: openBy(one.tier) })),
      help: helpOf(ground.help, threshold),
    },
    equity: { version, ratio, concentration, before: ground.packet },
    figures: figuresOf(dashboard),
    objectives: objectives.filter(({ active }) => active),
    value: ground.value,
    risks: {
      ...risksFor(risks, as === 'board' ? { schoolIds, permissions: board } : actor),
      overdueBefore: ground.overdueBefore,
    },
    stories: ground.stories,
  }
}
