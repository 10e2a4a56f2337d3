import { fidelityOf } from '@common-table/shared/activities/fidelity'
import type { SchoolBoard } from '@common-table/shared/boards/school-schemas'
import { addMonths } from '@common-table/shared/calendar/dates'
import { quarterOf } from '@common-table/shared/calendar/school-years'
import { notFound } from '@common-table/shared/contract/problem'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { schoolOutcomes } from '../outcomes/index.ts'
import { figuresOf, reportGround } from '../reports/index.ts'
import { schoolGround } from './school-queries.ts'

/** A school on one page, for those who lead it and those who help it. */
export const schoolBoardOf = async (
  services: Services,
  actor: Actor,
  schoolId: string,
): Promise<SchoolBoard> => {
  const db = services.read(actor.districtId)
  const { startMonth, today } = await reportGround(db, null, null)
  const { number, from, to } = quarterOf(today, startMonth)
  const [ground, outcomes] = await Promise.all([
    schoolGround(db, actor.schoolIds, schoolId, { today, from, to, before: addMonths(from, -3) }),
    schoolOutcomes(services, actor, schoolId),
  ])
  const { kept, ...found } = ground ?? notFound('school')
  const metrics = outcomes.metrics.filter(({ periods }) => periods.length > 0)
  const figures = figuresOf({ metrics })
  return {
    ...found,
    today,
    quarter: { number, from, to },
    threshold: outcomes.threshold,
    figures: figures.map((figure, at) => ({ ...figure, district: metrics[at]!.district.at(-1)! })), // one for each with a period
    fidelity: {
      now: { ...kept.now, ...fidelityOf(kept.now) },
      before: { ...kept.before, ...fidelityOf(kept.before) },
    },
  }
}
