import type * as Type from 'typebox'
import type {
  AgreementsPart,
  DeliveryPart,
  NeedsPart,
  NextPart,
  PartnershipPart,
  ReachPart,
  ReportBody,
  RisksPart,
  ValuePart,
} from '@common-table/shared/reports/body-schemas'
import { reportQuarter, reportYear } from '@common-table/shared/reports/kinds'
import { studentCells } from '@common-table/shared/reports/students'
import { thresholdFrom } from '@common-table/shared/outcomes/suppression'
import type { Db } from '../db/db.ts'
import { isLost } from '../db/lost.ts'
import type { Statement } from '../db/statement.ts'
import { suppliedSchools } from '../equity/index.ts'
import type { Services } from '../http/services.ts'
import { dashboardOf, evaluatedObjectives } from '../outcomes/index.ts'
import { equityOf, figuresOf } from './district-parts.ts'
import { tellMonth } from './monthly.ts'
import * as parts from './part-queries.ts'
import { failReport, finishReport, takeReport, tellReport, type Begun } from './queries.ts'

/** As the database counts them: nobody is withheld yet. */
type Counted<T> = Omit<T, 'students'> & { students: number | null }

/** What a report of this kind says, part after part; `told` hears how far it is. */
const bodyOf = async (
  services: Services,
  districtId: string,
  of: Begun & { startMonth: number; districtName: string; threshold: number },
  told: (progress: number) => Promise<unknown>,
): Promise<ReportBody> => {
  const db = services.read(districtId)
  const threshold = thresholdFrom(of.threshold)
  const schoolYear = reportYear(of.from, of.startMonth)
  const [board, month] = [of.kind === 'board_quarter', of.kind === 'coordinator_month']
  let done = 0
  const step = async <T>(make: () => Promise<T>): Promise<T> => {
    const made = await make()
    await told(++done / 12)
    return made
  }
  const part = <T>(query: Statement<{ part: string }>): Promise<T> =>
    step(async () => JSON.parse((await db.one(query, [of.from, of.to, of.leadId, of.funder]))!.part) as T) // aggregates are one row
  const reach = board ? await part<Counted<Type.Static<typeof ReachPart>>>(parts.reachPart) : null
  const listed = board
    ? null
    : await part<Counted<Type.Static<typeof PartnershipPart>>[]>(parts.partnershipsPart)
  const cells = studentCells(listed?.map(({ students }) => students) ?? [], threshold)
  return {
    districtName: of.districtName,
    asOf: new Date().toISOString(),
    schoolYear,
    quarter: reportQuarter(of.from, of.startMonth),
    threshold,
    // The sum beside its parts would give a withheld one away: a funder reads each partnership, a board all together.
    reach: reach && { ...reach, students: studentCells([reach.students], threshold)[0]! }, // one for each
    figures: month
      ? null
      : await step(async () => figuresOf(await dashboardOf(services, districtId, schoolYear))),
    objectives: board
      ? await step(async () => (await evaluatedObjectives(db)).filter(({ active }) => active))
      : null,
    equity: board ? await step(async () => equityOf(await suppliedSchools(db))) : null,
    agreements: await part<Type.Static<typeof AgreementsPart>>(parts.agreementsPart),
    value: await part<Type.Static<typeof ValuePart>>(parts.valuePart),
    delivery: await part<Type.Static<typeof DeliveryPart>>(parts.deliveryPart),
    needs: of.kind === 'funder_year' ? null : await part<Type.Static<typeof NeedsPart>>(parts.needsPart),
    risks: await part<Type.Static<typeof RisksPart>>(parts.risksPart),
    partnerships: listed && listed.map((one, at) => ({ ...one, students: cells[at]! })), // a cell for each
    storyIds: month ? [] : await part<string[]>(parts.storiesPart),
    next: month ? await part<Type.Static<typeof NextPart>>(parts.nextPart) : null,
  }
}

const author = { kind: 'system', id: null, name: 'reports', requestId: null } as const

/** Makes a report that was begun and keeps it as it is now. A lost database begins it anew; any other failure is said. */
export const makeReport = async (
  services: Services,
  { districtId, reportId, signal }: { districtId: string; reportId: string; signal: AbortSignal },
): Promise<void> => {
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> => services.write(districtId, author, work)
  const begun = await write((db) => takeReport(db, reportId))
  if (!begun) return
  try {
    const body = await bodyOf(services, districtId, begun, (progress) =>
      write((db) => tellReport(db, reportId, Math.min(progress, 0.95))),
    )
    await write(async (db) => {
      await finishReport(db, reportId, body)
      await tellMonth(services, db, reportId)
    })
  } catch (error) {
    if (signal.aborted || isLost(error)) throw error
    await write((db) => failReport(db, reportId))
    throw error
  }
}

/** Works on the reports people begin. */
export const workOnReports = (services: Services): Promise<void> =>
  services.jobs.work<{ districtId: string; reportId: string }>('reports', ({ data, signal }) =>
    makeReport(services, { ...data, signal }),
  )
