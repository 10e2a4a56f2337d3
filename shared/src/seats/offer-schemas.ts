import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Email,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { seatOfferStates, seatSources } from './kinds.ts'
import { Audience, Kind, PathwayCode, seatPlace, Term } from './schemas.ts'

const Seats = Type.Integer({ minimum: 1, maximum: 10_000 })
const Hours = Type.Integer({ minimum: 1, maximum: 2000 })

/** What a supervisor signed for: how many came, hours of all together, how many reached the fewest hours. */
const Signed = Type.Object({
  people: Count,
  hours: Type.Number(),
  reached: Count,
  note: Type.String(),
  by: Type.String(),
  at: Instant,
})

export const SeatFill = Type.Object({
  id: Id,
  school: Reference,
  pathway: PathwayCode,
  placed: Count,
  saidBy: Type.Enum(['district', 'partner']),
  saidByName: Type.String(),
  signed: Nullable(Signed),
  version: Version,
})
export type SeatFill = Type.Static<typeof SeatFill>

const facts = {
  id: Id,
  schoolYear: Reference,
  organization: Reference,
  /** The school the seats are held for; null: open to every school. */
  school: Nullable(Reference),
  ...seatPlace,
  title: Type.String(),
  seats: Count,
  /** Of each person, in the whole term. */
  hours: Count,
  paid: Type.Boolean(),
  endsOn: Day,
  note: Type.String(),
  status: Type.Enum(codesOf(seatOfferStates)),
  /** Null: copied from last year; not counted until it is confirmed. */
  confirmedOn: Nullable(Day),
}

export const SeatOffer = Type.Object({
  ...facts,
  /** Null for readers who do not place students. */
  filled: Nullable(Count),
  supervisor: Nullable(Type.Object({ name: Type.String(), email: Nullable(Type.String()) })),
  source: Type.Enum(codesOf(seatSources)),
  offeredBy: Type.String(),
  /** Groups whose time is over and whose hours nobody signed for; null as above. */
  unsigned: Nullable(Count),
  version: Version,
})
export type SeatOffer = Type.Static<typeof SeatOffer>

export const SeatOfferQuery = Closed({
  ...pageQuery,
  schoolYearId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  /** Seats students of this school could take: held for it, or open to all. */
  schoolId: Type.Optional(Id),
  kind: Type.Optional(Kind),
  pathway: Type.Optional(PathwayCode),
  term: Type.Optional(Term),
  /** Only those with open seats, with hours to sign for, or waiting to be confirmed. */
  only: Type.Optional(Type.Enum(['open', 'unsigned', 'unconfirmed'])),
})
export type SeatOfferQuery = Type.Static<typeof SeatOfferQuery>

const typed = {
  kind: Kind,
  audience: Type.Optional(Audience),
  pathway: PathwayCode,
  term: Term,
  title: Line(140),
  seats: Seats,
  hours: Hours,
  paid: Type.Optional(Type.Boolean()),
  endsOn: Day,
  note: Type.Optional(Prose(1000)),
}
const supervisor = {
  supervisorName: Type.Optional(Prose(120)),
  supervisorEmail: Type.Optional(Nullable(Email)),
}

export const NewSeatOffer = Closed({
  organizationId: Id,
  schoolYearId: Type.Optional(Id),
  schoolId: Type.Optional(Nullable(Id)),
  ...typed,
  ...supervisor,
})
export type NewSeatOffer = Type.Static<typeof NewSeatOffer>

export const SeatOfferChange = Type.Partial(
  Closed({
    title: Line(140),
    seats: Seats,
    hours: Hours,
    paid: Type.Boolean(),
    endsOn: Day,
    note: Prose(1000),
    supervisorName: Prose(120),
    supervisorEmail: Nullable(Email),
    status: Type.Enum(codesOf(seatOfferStates)),
    /** That what last year’s offer says still holds. */
    confirmed: Type.Literal(true),
  }),
  { additionalProperties: false },
)
export type SeatOfferChange = Type.Static<typeof SeatOfferChange>

export const SeatFills = Type.Object({ offer: SeatOffer, fills: Type.Array(SeatFill) })
export type SeatFills = Type.Static<typeof SeatFills>

export const NewSeatFill = Closed({ schoolId: Id, pathway: PathwayCode, placed: Seats })
export type NewSeatFill = Type.Static<typeof NewSeatFill>
export const SeatFillChange = Closed({ placed: Seats })

/** Hours a supervisor signs for. */
export const SignedHours = Closed({
  people: Count,
  hours: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  reached: Count,
  note: Type.Optional(Prose(500)),
})
export type SignedHours = Type.Static<typeof SignedHours>

/** The page of an employer behind a link: the own offers of this year, and nothing of another employer. */
export const EmployerSeats = Type.Object({
  organization: Reference,
  schoolYear: Reference,
  today: Day,
  minimumHours: Type.Record(Type.String(), Count),
  schools: Type.Array(Reference),
  offers: Type.Array(
    Type.Object({
      ...facts,
      version: Version,
      /** What the employer said by this link. */
      fills: Type.Array(Type.Object({ id: Id, school: Reference, pathway: PathwayCode, placed: Count })),
      /** What schools said; small groups are withheld. */
      fromSchools: PublicCellSchema,
    }),
  ),
})
export type EmployerSeats = Type.Static<typeof EmployerSeats>

export const EmployerOffer = Closed({ schoolId: Type.Optional(Nullable(Id)), ...typed })
export type EmployerOffer = Type.Static<typeof EmployerOffer>
export const EmployerOfferChange = Type.Partial(
  Closed({
    title: Line(140),
    seats: Seats,
    hours: Hours,
    endsOn: Day,
    note: Prose(1000),
    status: Type.Enum(codesOf(seatOfferStates)),
    confirmed: Type.Literal(true),
  }),
  { additionalProperties: false },
)
export type EmployerOfferChange = Type.Static<typeof EmployerOfferChange>

/** What a supervisor sees: the groups of one offer and what was signed, small groups withheld. */
export const SeatsToSign = Type.Object({
  organization: Reference,
  offer: Type.Object({
    id: Id,
    title: Type.String(),
    kind: Kind,
    term: Term,
    schoolYear: Type.String(),
    hours: Count,
    minimumHours: Count,
    endsOn: Day,
  }),
  groups: Type.Array(
    Type.Object({
      id: Id,
      school: Reference,
      pathway: PathwayCode,
      placed: PublicCellSchema,
      signed: Nullable(Signed),
      version: Version,
    }),
  ),
})
export type SeatsToSign = Type.Static<typeof SeatsToSign>
