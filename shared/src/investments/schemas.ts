import * as Type from 'typebox'
import {
  Closed,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { contributionTypes } from '../vocabulary/contribution-types.ts'
import { sides } from '../vocabulary/sides.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { balanceBands, contributionUnits } from './vocabulary.ts'

const Side = Type.Enum([...sides])
const ContributionTypeCode = Type.Enum(codesOf(contributionTypes))
const Unit = Type.Enum(codesOf(contributionUnits))
export const Band = Type.Enum(codesOf(balanceBands))
const Amount = Type.Number({ minimum: 0, maximum: 1_000_000_000 })
const Cents = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })
/** A value in whole cents. */
export const Money = Closed({ cents: Cents, currency: Type.Enum(['USD']) })

const planned = {
  side: Side,
  type: ContributionTypeCode,
  title: Line(200),
  unit: Unit,
  planned: Amount,
  delivered: Amount,
  plannedValue: Nullable(Money),
  deliveredValue: Nullable(Money),
  note: Prose(1000),
}

export const NewContribution = Closed({
  schoolYearId: Id,
  side: Side,
  type: ContributionTypeCode,
  title: Line(200),
  unit: Unit,
  planned: Type.Optional(Amount),
  delivered: Type.Optional(Amount),
  plannedValue: Type.Optional(Nullable(Money)),
  deliveredValue: Type.Optional(Nullable(Money)),
  note: Type.Optional(Prose(1000)),
})
export type NewContribution = Type.Static<typeof NewContribution>

const { side: _side, type: _type, ...changeable } = planned
export const ContributionChange = Type.Partial(Closed(changeable), { additionalProperties: false })
export type ContributionChange = Type.Static<typeof ContributionChange>

export const Contribution = Type.Object({ id: Id, ...planned, version: Version })
export type Contribution = Type.Static<typeof Contribution>

const SideSum = Type.Object({
  lines: Type.Integer(),
  kinds: Type.Integer(),
  begun: Type.Integer(),
  followThrough: Nullable(Type.Integer()),
  plannedCents: Type.Integer(),
  deliveredCents: Type.Integer(),
  valued: Type.Integer(),
})
const Comparison = Type.Object({ partnerShare: Nullable(Type.Integer()), band: Band })

export const VolunteerRate = Type.Object({ cents: Type.Integer(), source: Type.String() })

/** A partnership's school year: what both sides promised and put in, and how that is spread. */
export const Ledger = Type.Object({
  partnership: Reference,
  schoolYear: Type.Object({ id: Id, label: Type.String() }),
  studentsReached: Nullable(Type.Integer()),
  volunteerRate: Nullable(VolunteerRate),
  hoursWaiting: Type.Integer(),
  lines: Type.Array(Contribution),
  balance: Type.Object({
    district: SideSum,
    partner: SideSum,
    byValue: Comparison,
    withoutMoney: Comparison,
  }),
  centsPerStudent: Nullable(Type.Integer()),
})
export type Ledger = Type.Static<typeof Ledger>

export const HoursStatus = Type.Enum(['submitted', 'approved', 'rejected'])

const reported = {
  workedOn: Day,
  /** Of everybody together. */
  hours: Type.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
  people: Type.Integer({ minimum: 1, maximum: 10_000 }),
  activity: Line(300),
  schoolId: Nullable(Id),
}
export const ReportedHours = Closed({ ...reported, schoolId: Type.Optional(Nullable(Id)) })
export type ReportedHours = Type.Static<typeof ReportedHours>
export const NewVolunteerHours = Closed({ ...ReportedHours.properties, side: Type.Optional(Side) })
export type NewVolunteerHours = Type.Static<typeof NewVolunteerHours>

export const VolunteerHours = Type.Object({
  id: Id,
  side: Side,
  workedOn: Day,
  hours: Type.Number(),
  people: Type.Integer(),
  activity: Type.String(),
  school: Nullable(Reference),
  status: HoursStatus,
  byLink: Type.Boolean(),
  submittedBy: Type.String(),
  submittedAt: Instant,
  decidedBy: Nullable(Type.String()),
  reason: Type.String(),
  version: Version,
})
export type VolunteerHours = Type.Static<typeof VolunteerHours>

export const HoursDecision = Closed({
  decision: Type.Enum(['approved', 'rejected']),
  reason: Type.Optional(Prose(500)),
})

export const HoursFilter = Closed({
  ...pageQuery,
  schoolYearId: Type.Optional(Id),
  status: Type.Optional(HoursStatus),
})

/** What the partner sees behind the link: where hours can be reported, and what became of those that were. */
export const HoursForPartner = Type.Object({
  partnershipName: Type.String(),
  today: Day,
  from: Day,
  schools: Type.Array(Reference),
  approved: Type.Number(),
  reported: Type.Array(
    Type.Object({
      id: Id,
      workedOn: Day,
      hours: Type.Number(),
      people: Type.Integer(),
      activity: Type.String(),
      schoolName: Nullable(Type.String()),
      status: HoursStatus,
      reason: Type.String(),
      removable: Type.Boolean(),
    }),
  ),
})
export type HoursForPartner = Type.Static<typeof HoursForPartner>
