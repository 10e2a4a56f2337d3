import * as Type from 'typebox'
import { AgreementStageCode } from '../agreements/schemas.ts'
import { Count, Day, Id, Instant, Nullable, Reference } from '../contract/fields.ts'
import { EquityOfSupply } from '../equity/schemas.ts'
import { MetricHead } from '../outcomes/schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { Objective } from '../outcomes/objective-schemas.ts'
import { StandingItem } from '../outcomes/target-schemas.ts'
import { Stage } from '../partnerships/schemas.ts'

const Counted = <T extends Type.TSchema>(item: T) => Type.Object({ count: Count, items: Type.Array(item) })
const Partner = { partnership: Reference, partner: Type.String() }

/** Who works with whom at the end of the time, and what began and ended in it. */
export const ReachPart = Type.Object({
  partnerships: Type.Array(Type.Object({ stage: Stage, count: Count })),
  schools: Count,
  schoolsWithPartner: Count,
  /** Of all running partnerships together; withheld where it is about too few. */
  students: PublicCellSchema,
  began: Count,
  ended: Count,
})
/** Figures of the dashboard, as everybody may see them. */
export const FigurePart = Type.Object({
  metric: MetricHead,
  period: Type.String(),
  cell: PublicCellSchema,
  before: Nullable(PublicCellSchema),
  target: Nullable(Type.Object({ value: Type.Number(), dueOn: Day, standing: StandingItem })),
})
export const EquityPart = Type.Pick(EquityOfSupply, ['version', 'tiers', 'ratio', 'concentration'])
export const AgreementsPart = Type.Object({
  toApprove: Counted(
    Type.Object({
      id: Id,
      title: Type.String(),
      ...Partner,
      type: Type.String(),
      amountCents: Nullable(Count),
      startsOn: Nullable(Day),
      endsOn: Nullable(Day),
    }),
  ),
  signed: Counted(Type.Object({ id: Id, title: Type.String(), ...Partner, endsOn: Nullable(Day) })),
})
/** What both sides put in during the school year so far, in cents, and approved volunteer hours of the time itself. */
export const ValuePart = Type.Object({
  districtCents: Type.Integer(),
  partnerCents: Type.Integer(),
  volunteerHours: Type.Number(),
})
/** Whether what was promised came: check-ins and promises whose day lies in the time. */
export const DeliveryPart = Type.Object({
  checkInsDue: Count,
  checkInsHeld: Count,
  promisesDue: Count,
  promisesKept: Count,
  promisesLate: Count,
  promisesOpen: Count,
})
export const NeedsPart = Type.Object({
  recorded: Count,
  met: Count,
  open: Count,
  severe: Count,
})
export const RisksPart = Type.Object({
  ending: Counted(Type.Object({ ...Partner, day: Day })),
  overdue: Counted(Type.Object({ ...Partner, what: Type.String(), side: Type.String(), day: Day })),
  stuck: Counted(Type.Object({ ...Partner, title: Type.String(), stage: AgreementStageCode, since: Day })),
  unserved: Counted(Reference),
})
/** The partnerships a report is about by name: those a person leads, or a funder pays for. */
export const PartnershipPart = Type.Object({
  ...Partner,
  stage: Stage,
  schools: Count,
  students: PublicCellSchema,
  endsOn: Nullable(Day),
  checkInsHeld: Count,
  volunteerHours: Type.Number(),
  partnerCents: Type.Integer(),
})
/** What the month after brings. */
export const NextPart = Type.Object({
  checkIns: Counted(Type.Object({ ...Partner, day: Day })),
  promises: Counted(Type.Object({ ...Partner, what: Type.String(), side: Type.String(), day: Day })),
})

/** Everything a report says. A part that its kind has no use for is null. */
export const ReportBody = Type.Object({
  districtName: Type.String(),
  asOf: Instant,
  schoolYear: Type.String(),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
  threshold: Count,
  reach: Nullable(ReachPart),
  figures: Nullable(Type.Array(FigurePart)),
  objectives: Nullable(Type.Array(Objective)),
  equity: Nullable(EquityPart),
  agreements: AgreementsPart,
  value: Nullable(ValuePart),
  delivery: DeliveryPart,
  needs: Nullable(NeedsPart),
  risks: RisksPart,
  partnerships: Nullable(Type.Array(PartnershipPart)),
  next: Nullable(NextPart),
  /** Only which ones: what they tell is read anew each time, as long as everybody in them agrees. */
  storyIds: Type.Array(Id),
})
export type ReportBody = Type.Static<typeof ReportBody>
