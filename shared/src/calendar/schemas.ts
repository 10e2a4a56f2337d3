import * as Type from 'typebox'
import { Closed, Day, Id, Line, Version } from '../contract/fields.ts'

/** Stretches of a school year that figures are reported for, besides the year itself. */
export const partKinds = ['semester', 'quarter', 'month'] as const
export type PartKind = (typeof partKinds)[number]

export const Period = Type.Object({
  id: Id,
  kind: Type.Enum(['year', ...partKinds]),
  ordinal: Type.Integer(),
  label: Type.String(),
  startsOn: Day,
  endsOn: Day,
})
export type Period = Type.Static<typeof Period>

export const SchoolYear = Type.Object({
  id: Id,
  label: Type.String(),
  startsOn: Day,
  endsOn: Day,
  /** Follows from today's date in the district's time zone. */
  current: Type.Boolean(),
  /** Needs or figures belong to it: it can no longer be removed. */
  inUse: Type.Boolean(),
  periods: Type.Array(Period),
  version: Version,
})
export type SchoolYear = Type.Static<typeof SchoolYear>

export const SchoolYears = Type.Object({ items: Type.Array(SchoolYear) })

export const YearPart = Closed({
  kind: Type.Enum([...partKinds]),
  ordinal: Type.Integer({ minimum: 1, maximum: 12 }),
  label: Line(40),
  startsOn: Day,
  endsOn: Day,
})
export type YearPart = Type.Static<typeof YearPart>

/** The dates of a year and all its parts; a part left out is removed. */
export const SchoolYearDates = Closed({
  startsOn: Day,
  endsOn: Day,
  parts: Type.Array(YearPart, { maxItems: 24 }),
})
export type SchoolYearDates = Type.Static<typeof SchoolYearDates>
