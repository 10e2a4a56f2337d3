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
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { dashboardOf, evaluatedObjectives } from '../outcomes/index.ts'
import { equityOf, figuresOf, reportGround, risksPart } from '../reports/index.ts'
import { heldByDistrict } from './held-overview.ts'
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

/** Everything but the dashboard's figures, which keep themselves, for a reader who may see all of it. */
const make = async (db: Db): Promise<Omit<Overview, 'as' | 'figures'>> => {
  const { startMonth, today } = await reportGround(db, null, null)
  const { from, to, number } = quarterOf(today, startMonth)
  const yearAgo = addMonths(today, -12)
  const [ground, supplied, objectives, found] = await Promise.all([
    overviewGround(db, from, yearAgo),
    suppliedSchools(db),
    evaluatedObjectives(db),
    db.one(risksPart, [from, to, null, null]),
  ])
  const threshold = thresholdFrom(ground.threshold)
  const { version, ratio, concentration, tiers } = equityOf(supplied)
  const openBy = (tier: EquityTier): number => ground.openByTier[tier] ?? 0
  return {
    districtName: ground.districtName,
    asOf: new Date().toISOString(),
    schoolYear: reportYear(from, startMonth),
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
    objectives: objectives.filter(({ active }) => active),
    value: ground.value,
    risks: {
      ...(JSON.parse(found!.part) as ReportBody['risks']), // aggregates are one row; the shape is the statement's
      overdueBefore: ground.overdueBefore,
    },
    stories: ground.stories,
  }
}
const held = heldByDistrict(make)

/** The district on one page, for the reader or for a member of the board. */
export const overviewOf = async (
  services: Services,
  actor: Actor,
  now: Date,
  as: Overview['as'],
): Promise<Overview> => {
  const whole = await held(services.read(actor.districtId), now)
  const dashboard = await dashboardOf(services, actor.districtId, whole.schoolYear)
  const { schoolIds } = actor
  const { overdueBefore, ...risks } = whole.risks
  return {
    ...whole,
    as,
    figures: figuresOf(dashboard),
    risks: {
      ...risksFor(risks, as === 'board' ? { schoolIds, permissions: board } : actor),
      overdueBefore,
    },
  }
}
