import * as Type from 'typebox'
import { Closed, Count, Day, Id, Line, Nullable, Prose } from '../contract/fields.ts'
import { settings } from '../vocabulary/settings.ts'
import { codesOf } from '../vocabulary/terms.ts'

const repeat = {
  startsOn: Day,
  /** The last day a session may be on. */
  endsOn: Day,
  /** 1 Monday to 7 Sunday. */
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
  /** 1: every week. */
  everyWeeks: Type.Integer({ minimum: 1, maximum: 4 }),
}
export const RepeatAsked = Closed(repeat)
export type RepeatAsked = Type.Static<typeof RepeatAsked>

/** The days of a row of sessions, and those it leaves out because the district is closed; without a name: no school year. */
export const RepeatDays = Type.Object({
  days: Type.Array(Day),
  skipped: Type.Array(Type.Object({ day: Day, name: Nullable(Type.String()) })),
})
export type RepeatDays = Type.Static<typeof RepeatDays>

const words = {
  title: Line(140),
  schoolId: Nullable(Id),
  /** Sessions on each day. */
  planned: Type.Integer({ minimum: 1, maximum: 50 }),
  minutes: Nullable(Type.Integer({ minimum: 1, maximum: 1440 })),
  setting: Nullable(Type.Enum(codesOf(settings))),
  note: Prose(1000),
}
const { title, ...rest } = words
export const NewSeries = Closed({
  ...repeat,
  title,
  serviceId: Id,
  ...Type.Partial(Type.Object({ ...rest, partnershipId: Nullable(Id), strategyId: Nullable(Id) })).properties,
})
export type NewSeries = Type.Static<typeof NewSeries>

export const PlannedSeries = Type.Object({ seriesId: Id, ...RepeatDays.properties })
export type PlannedSeries = Type.Static<typeof PlannedSeries>

/** What changes of this session and all that follow in its row; what has been told stays as it is. */
export const FollowingChange = Type.Partial(
  Closed({
    ...words,
    /** Another day of the week; each session moves within its own week. */
    weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  }),
  { additionalProperties: false },
)
export type FollowingChange = Type.Static<typeof FollowingChange>
export const FollowingChanged = Type.Object({
  changed: Count,
  /** Told already, or on a day the district is closed. */
  left: Count,
})

/** Up to two hundred sessions at once: each took place as planned. */
export const AsPlanned = Closed({
  activityIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
})
export const AsPlannedTold = Type.Object({
  told: Count,
  /** Told before, still to come, or not the caller's to tell. */
  left: Count,
})

/** Days on which the whole district is closed. */
export const ClosedDays = Type.Object({
  items: Type.Array(Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day })),
})
export const NewClosedDays = Closed({ name: Line(140), startsOn: Day, endsOn: Day })
export type NewClosedDays = Type.Static<typeof NewClosedDays>
