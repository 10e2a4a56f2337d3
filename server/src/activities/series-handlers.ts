import { randomUUIDv7 } from 'node:crypto'
import { plannedDays } from '@common-table/shared/activities/planned-days'
import type { seriesContract } from '@common-table/shared/activities/series-contract'
import type { RepeatAsked } from '@common-table/shared/activities/series-schemas'
import { addDays, daysBetween, isWithin, weekday } from '@common-table/shared/calendar/dates'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import type { Scope } from './list-queries.ts'
import { insertActivities, readActivity, rowOf } from './queries.ts'
import { checkActivity, checkOwn } from './rules.ts'
import * as series from './series-queries.ts'

/** More is a slip of the hand: two sessions a week make eighty in a school year. */
const most = 250

const daysOf = async (db: Db, repeat: RepeatAsked) => {
  if (repeat.endsOn < repeat.startsOn)
    throw fieldProblem('endsOn', 'The last day comes before the first.', 'order')
  if (daysBetween(repeat.startsOn, repeat.endsOn) > 400)
    throw fieldProblem('endsOn', 'Plan at most a year at once.', 'range')
  const { closed, years } = await series.districtCalendar(db)
  return plannedDays(repeat, closed, years)
}

/** The session and those that follow in its row, which the caller may change. */
const following = async (db: Db, scope: Scope, id: string, version: number) => {
  const session = (await readActivity(db, scope, id)) ?? notFound('activity')
  checkOwn(scope, session.school?.id)
  const rows = await series.followingOf(db, id, version)
  if (rows.length === 0)
    throw session.version === version ? refusal('not-in-a-row') : stale(JSON.stringify(session))
  return { session, rows, open: rows.filter(({ told }) => !told) }
}

export const seriesHandlers: Handlers<typeof seriesContract> = {
  previewSeries: ({ db, body }) => daysOf(db, body),

  planSeries: async ({ db, actor, body, author }) => {
    const { startsOn, endsOn: _, weekdays: _days, everyWeeks: _weeks, strategyId, ...session } = body
    const found = await daysOf(db, body)
    if (found.days.length === 0)
      throw fieldProblem('weekdays', 'No such day falls between the first and the last day.', 'empty')
    if (found.days.length > most)
      throw fieldProblem(
        'endsOn',
        `These would be ${found.days.length} sessions. Plan at most ${most} at once.`,
        'range',
      )
    const activity = { kind: 'session' as const, ...session, ...(strategyId && { strategyId }) }
    await checkActivity(db, actor.schoolIds, { ...activity, happensOn: startsOn })
    const by = { saidBy: 'district', saidByName: author.name, byLink: false } as const
    const rows = found.days.map((happensOn) => rowOf(randomUUIDv7(), { ...activity, happensOn }, by))
    await insertActivities(db, rows)
    const seriesId = await series.insertSeries(
      db,
      body,
      found.skipped.map(({ day }) => day),
    )
    await series.joinSeries(
      db,
      seriesId,
      rows.map(({ id }) => id),
    )
    return { seriesId, ...found }
  },

  changeFollowing: async ({ db, actor, params, body, ifMatch }) => {
    const { session, rows, open } = await following(db, actor.schoolIds, params.activityId, ifMatch)
    if (body.schoolId !== undefined) {
      checkOwn(actor.schoolIds, body.schoolId)
      await checkActivity(db, actor.schoolIds, {
        kind: 'session',
        title: session.title,
        happensOn: session.happensOn,
        serviceId: session.service?.id ?? null,
        schoolId: body.schoolId,
      })
    }
    const { closed, years } = await series.districtCalendar(db)
    const shift = body.weekday === undefined ? 0 : body.weekday - weekday(session.happensOn)
    const moved = open.flatMap(({ id, happensOn }) => {
      const day = addDays(happensOn, shift)
      const held =
        shift === 0 ||
        (!closed.some((one) => isWithin(day, one.startsOn, one.endsOn)) &&
          years.some((one) => isWithin(day, one.startsOn, one.endsOn)))
      return held ? [{ id, ...(shift !== 0 && { day }) }] : []
    })
    const { title, schoolId, planned, minutes, setting, note } = body
    const changed = await series.changeSessions(db, [
      JSON.stringify(moved),
      title?.trim() ?? null,
      schoolId !== undefined,
      schoolId ?? null,
      planned ?? null,
      minutes !== undefined,
      minutes ?? null,
      setting !== undefined,
      setting ?? null,
      note ?? null,
    ])
    return { changed, left: rows.length - changed }
  },

  removeFollowing: async ({ db, actor, params, ifMatch }) => {
    const { open } = await following(db, actor.schoolIds, params.activityId, ifMatch)
    await series.removeSessions(
      db,
      open.map(({ id }) => id),
    )
  },

  tellAsPlanned: async ({ db, actor, body: { activityIds }, author }) => {
    const told = await series.tellAsPlanned(db, activityIds, author.name, actor.schoolIds)
    return { told, left: activityIds.length - told }
  },

  listClosedDays: async ({ db }) => ({ items: (await series.districtCalendar(db)).closed }),

  addClosedDays: async ({ db, body }) => {
    if (body.endsOn < body.startsOn)
      throw fieldProblem('endsOn', 'The last day comes before the first.', 'order')
    if (daysBetween(body.startsOn, body.endsOn) > 120)
      throw fieldProblem(
        'endsOn',
        'A break of more than four months is a matter of the school year’s dates.',
        'range',
      )
    return series.addClosedDays(db, body)
  },

  removeClosedDays: async ({ db, params }) => {
    if (!(await series.removeClosedDays(db, params.closureId))) notFound('closed days')
  },
}
