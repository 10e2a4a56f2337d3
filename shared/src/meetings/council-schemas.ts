import * as Type from 'typebox'
import { Closed, Id, Line, Nullable, pageQuery, Prose, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { Action, when, When } from './schemas.ts'
import { methodTerms, seatTerms } from './sections.ts'

const member = { name: Line(120), seat: Type.Enum(codesOf(seatTerms)) }
export const NewMember = Closed({
  ...member,
  organizationId: Type.Optional(Nullable(Id)),
  userId: Type.Optional(Nullable(Id)),
})
export type NewMember = Type.Static<typeof NewMember>
export const Member = Type.Object({
  ...member,
  organization: Nullable(Reference),
  userId: Nullable(Id),
})

const council = {
  name: Line(140),
  purpose: Prose(2000),
  schoolId: Nullable(Id),
  active: Type.Boolean(),
  members: Type.Array(NewMember, { maxItems: 60 }),
}
export const NewCouncil = Closed({
  name: council.name,
  purpose: Type.Optional(council.purpose),
  schoolId: Type.Optional(council.schoolId),
  members: Type.Optional(council.members),
})
export type NewCouncil = Type.Static<typeof NewCouncil>
/** `members` replaces the whole list. */
export const CouncilChange = Type.Partial(Closed(council), { additionalProperties: false })
export type CouncilChange = Type.Static<typeof CouncilChange>

export const Council = Type.Object({
  id: Id,
  name: Type.String(),
  purpose: Type.String(),
  school: Nullable(Reference),
  active: Type.Boolean(),
  members: Type.Array(Member),
  nextDay: Nullable(Type.String()),
  lastDay: Nullable(Type.String()),
  version: Version,
})
export type Council = Type.Static<typeof Council>

const Attendance = Closed({
  name: Line(120),
  organization: Prose(200),
  present: Type.Boolean(),
})
const Decision = Closed({ what: Line(500), method: Type.Enum(codesOf(methodTerms)) })

const record = {
  title: Line(140),
  agenda: Type.Array(Line(300), { maxItems: 40 }),
  attendance: Type.Array(Attendance, { maxItems: 200 }),
  decisions: Type.Array(Decision, { maxItems: 60 }),
  notes: Prose(8000),
}
export const NewMeeting = Closed({
  ...When.properties,
  title: record.title,
  /** The council that meets; without one it is a convening, open to whom it is about. */
  councilId: Type.Optional(Nullable(Id)),
  agenda: Type.Optional(record.agenda),
})
export type NewMeeting = Type.Static<typeof NewMeeting>
export const MeetingChange = Type.Partial(
  Closed({ ...when, ...record, status: Type.Enum(['planned', 'held', 'cancelled']) }),
  { additionalProperties: false },
)
export type MeetingChange = Type.Static<typeof MeetingChange>

export const Meeting = Type.Object({
  id: Id,
  kind: Type.Enum(['council', 'convening']),
  council: Nullable(Reference),
  ...when,
  ...record,
  status: Type.Enum(['planned', 'held', 'cancelled']),
  actions: Type.Array(Action),
  version: Version,
})
export type Meeting = Type.Static<typeof Meeting>

export const CouncilFilter = Closed({
  ...pageQuery,
  schoolId: Type.Optional(Id),
  active: Type.Optional(Type.Boolean()),
})
export const MeetingFilter = Closed({
  ...pageQuery,
  councilId: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(['council', 'convening'])),
})
