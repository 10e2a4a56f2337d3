import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { seatsContract } from '@common-table/shared/seats/contract'
import { minimumsOf } from '@common-table/shared/seats/kinds'
import type { SeatDemandSheet } from '@common-table/shared/seats/schemas'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { boardFor } from './board.ts'
import { exportBoard, exportFigures } from './export.ts'
import { figuresFor } from './figures.ts'
import { offerHandlers } from './offer-handlers.ts'
import { copyYear } from './copy-queries.ts'
import { checkAudience } from './offer-rules.ts'
import { groundOf, keepMinimums, keepSheet, ownMinimums, sheetOf, type SheetGround } from './queries.ts'

/** A sheet somebody else changed since it was read, a pathway that is there twice, more students than the school has. */
const checkSheet = ({ lines, audience }: SeatDemandSheet, now: SheetGround): void => {
  const known = new Map(now.lines.map(({ pathway, seekers }) => [pathway, seekers]))
  const seen = new Set<string>()
  for (const [at, { pathway, seekers, was }] of lines.entries()) {
    if (seen.has(pathway)) throw fieldProblem(`lines.${at}.pathway`, 'This pathway is there twice.', 'twice')
    seen.add(pathway)
    if (was !== undefined && was !== (known.get(pathway) ?? null)) stale(JSON.stringify(now.lines))
    if (audience !== 'staff' && now.enrolment !== null && (seekers ?? 0) > now.enrolment)
      throw fieldProblem(
        `lines.${at}.seekers`,
        `The school has ${now.enrolment} students; no more can seek a place.`,
        'range',
      )
  }
}

export const seatsHandlers: Handlers<typeof seatsContract> = {
  getSeatBoard: ({ db, actor, query }) => boardFor(db, actor.schoolIds, query),
  exportSeatBoard: async ({ db, actor, query }) => exportBoard(await boardFor(db, actor.schoolIds, query)),
  getSeatFigures: ({ db, actor, query }) => figuresFor(db, actor.schoolIds, query),
  exportSeatFigures: async ({ db, actor, query }) =>
    exportFigures(await figuresFor(db, actor.schoolIds, query)),

  saySeatDemand: async ({ db, actor, params: { schoolId }, body, author }) => {
    if (actor.schoolIds && !actor.schoolIds.includes(schoolId)) notFound('school')
    checkAudience(body.kind, body.audience)
    const before = (await sheetOf(db, schoolId, body)) ?? notFound('school')
    if (!before.schoolYearId) throw notFound('school year')
    checkSheet(body, before)
    await keepSheet(db, schoolId, before.schoolYearId, body, author.name)
    const filled = new Map(before.lines.map((line) => [line.pathway, line.filled]))
    const lines = body.lines.flatMap(({ pathway, seekers }) =>
      seekers === null ? [] : [{ pathway, seekers, filled: filled.get(pathway) ?? 0 }],
    )
    return { lines, belowFilled: lines.filter((line) => line.seekers < line.filled) }
  },

  copySeats: async ({ db, actor, body: { what, schoolYearId }, author }) => {
    if (schoolYearId && !(await groundOf(db, actor.schoolIds, schoolYearId)).schoolYear)
      notFound('school year')
    const { from, to, ...copied } = await copyYear(db, actor.schoolIds, what, author.name, schoolYearId)
    if (from === null || to === null) throw refusal('no-year-before')
    return { from, to, ...copied }
  },

  getSeatMinimums: async ({ db }) => minimumsOf(await ownMinimums(db)),
  setSeatMinimums: async ({ db, body }) => {
    await keepMinimums(db, body)
    return minimumsOf(await ownMinimums(db))
  },

  ...offerHandlers,
}
