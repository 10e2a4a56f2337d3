import * as Type from 'typebox'
import { Closed, Day, Id, Nullable, Reference } from '../contract/fields.ts'
import { todayKinds, todayStates } from './kinds.ts'

const Kind = Type.Enum(todayKinds.map(({ code }) => code))

/** One thing that waits. What does not apply to its kind is null. */
export const TodayItem = Type.Object({
  /** The record the act is on: an agreement, a check-in, a promise, an action, a document, a link, an offer … */
  id: Id,
  title: Type.String(),
  state: Type.Enum([...todayStates]),
  partnership: Nullable(Reference),
  organization: Nullable(Reference),
  /** The page it is on, where that is not the record's own: the check-in of an action, the agreement of a promise. */
  parentId: Nullable(Id),
  side: Nullable(Type.Enum(['district', 'partner'])),
  /** Since when it waits, or when it is due or ends. */
  day: Nullable(Day),
  /** Days from that day to today: positive is late, negative is still to come. */
  days: Nullable(Type.Integer()),
  students: Nullable(Type.Integer()),
  /** Of a gap: the kind of help that is missing. */
  category: Nullable(Type.Object({ ...Reference.properties, nameEs: Type.String() })),
  /** Of how many things the row speaks. */
  count: Nullable(Type.Integer()),
  version: Nullable(Type.Integer()),
})
export type TodayItem = Type.Static<typeof TodayItem>

export const TodayGroup = Type.Object({
  kind: Kind,
  /** Exact up to 100; `more` says that there are more than that. */
  total: Type.Integer(),
  more: Type.Boolean(),
  items: Type.Array(TodayItem),
})
export type TodayGroup = Type.Static<typeof TodayGroup>

/** What waits for the caller, in the order of urgency; a kind of which there is nothing is left out. */
export const Today = Type.Object({
  today: Day,
  /** After so many days without a contact a partner counts as quiet: a setting of the district. */
  quietAfterDays: Type.Integer(),
  groups: Type.Array(TodayGroup),
})
export type Today = Type.Static<typeof Today>

export const TodayFilter = Closed({
  /** Only partnerships the caller leads. */
  mine: Type.Optional(Type.Boolean()),
  kind: Type.Optional(Kind),
  /** Rows of each kind. */
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 5 })),
})
export type TodayFilter = Type.Static<typeof TodayFilter>
