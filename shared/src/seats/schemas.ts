import * as Type from 'typebox'
import { Closed, Count, Id, Instant, Nullable, Reference, Version } from '../contract/fields.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { seatAudiences, seatKinds, seatTerms } from './kinds.ts'
import { seatStatuses } from './meet.ts'
import { pathways } from './pathways.ts'

export const Kind = Type.Enum(codesOf(seatKinds))
export const Audience = Type.Enum(codesOf(seatAudiences))
export const PathwayCode = Type.Enum(codesOf(pathways))
export const Term = Type.Enum(codesOf(seatTerms))
const Status = Type.Enum([...seatStatuses])

/** What a line of the board is about. */
export const seatPlace = { kind: Kind, audience: Audience, pathway: PathwayCode, term: Term }

export const SeatBoardQuery = Closed({
  /** The present school year when absent. */
  schoolYearId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  kind: Type.Optional(Kind),
  pathway: Type.Optional(PathwayCode),
  term: Type.Optional(Term),
  status: Type.Optional(Status),
})
export type SeatBoardQuery = Type.Static<typeof SeatBoardQuery>

/** Who said what a school seeks. */
const Said = Type.Object({
  id: Id,
  /** Copied from last year, and nobody has said yet that it still is so. */
  copied: Type.Boolean(),
  by: Type.String(),
  at: Instant,
  version: Version,
})

/** One school, kind, pathway and term: who seeks, who has a seat, which open seats are counted to it. All in people. */
export const SeatLine = Type.Object({
  school: Reference,
  ...seatPlace,
  seekers: Count,
  filled: Count,
  reach: Count,
  unmet: Count,
  over: Count,
  status: Status,
  /** Null where seats are filled but the school has not said that anybody seeks one. */
  said: Nullable(Said),
})
export type SeatLine = Type.Static<typeof SeatLine>

export const SeatTotals = Type.Object({
  kind: Kind,
  audience: Audience,
  seekers: Count,
  /** Seats employers offer, and how many of them are taken. */
  offered: Count,
  filled: Count,
  /** People with neither a seat nor an open one they could take. */
  unmet: Count,
  /** Open seats that nobody in their reach seeks. */
  spare: Count,
  /** Seats copied from last year that no employer has confirmed: not counted. */
  unconfirmed: Count,
})
export type SeatTotals = Type.Static<typeof SeatTotals>

const Year = Nullable(Type.Object({ id: Id, label: Type.String() }))

export const SeatBoard = Type.Object({
  schoolYear: Year,
  lines: Type.Array(SeatLine),
  /** Of the whole district, or of the own schools of a reader who has some; by kind. */
  totals: Type.Array(SeatTotals),
  /** Schools with older students that have not said yet what they seek this year, at most 200. */
  silent: Type.Array(Reference),
})
export type SeatBoard = Type.Static<typeof SeatBoard>

/** The same for readers who do not place students: small counts withheld. */
export const SeatFigures = Type.Object({
  schoolYear: Year,
  threshold: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      school: Reference,
      ...seatPlace,
      /** Of so many who seek a seat (`n`), the percentage that seats taken or open in reach meet. */
      cell: PublicCellSchema,
    }),
  ),
  /** Of all the district, whatever is filtered: a total of a few lines would give the withheld ones away. */
  totals: Type.Array(
    Type.Object({
      kind: Kind,
      audience: Audience,
      offered: Count,
      cell: PublicCellSchema,
    }),
  ),
})
export type SeatFigures = Type.Static<typeof SeatFigures>

/** What a school seeks in one kind and term, pathway by pathway; null takes a line away. */
export const SeatDemandSheet = Closed({
  schoolYearId: Type.Optional(Id),
  kind: Kind,
  audience: Type.Optional(Audience),
  term: Term,
  lines: Type.Array(
    Closed({
      pathway: PathwayCode,
      seekers: Nullable(Type.Integer({ minimum: 0, maximum: 100_000 })),
      /** The number that stood there when it was read, so that nobody overwrites another’s unseen. */
      was: Type.Optional(Nullable(Count)),
    }),
    { minItems: 1, maxItems: pathways.length },
  ),
})
export type SeatDemandSheet = Type.Static<typeof SeatDemandSheet>

/** What was kept, and lines whose demand is lower than the seats already filled. */
export const SeatDemandKept = Type.Object({
  lines: Type.Array(Type.Object({ pathway: PathwayCode, seekers: Count, filled: Count })),
  belowFilled: Type.Array(Type.Object({ pathway: PathwayCode, seekers: Count, filled: Count })),
})

export const SeatCopy = Closed({
  /** The year copied into; the one before it is copied from. */
  schoolYearId: Type.Optional(Id),
  what: Type.Enum(['demand', 'offers', 'both']),
})
export const SeatsCopied = Type.Object({
  from: Type.String(),
  to: Type.String(),
  demands: Count,
  offers: Count,
})

const hours = Type.Integer({ minimum: 0, maximum: 2000 })
export const SeatMinimumHours = Type.Object(
  Object.fromEntries(seatKinds.map(({ code }) => [code, hours])) as Record<
    (typeof seatKinds)[number]['code'],
    typeof hours
  >, // fromEntries forgets the keys
  { additionalProperties: false },
)
export type SeatMinimumHours = Type.Static<typeof SeatMinimumHours>
