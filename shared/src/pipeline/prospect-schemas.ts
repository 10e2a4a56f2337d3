import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Id,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { NewOrganization } from '../organizations/schemas.ts'
import { organizationTypes } from '../organizations/vocabulary.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { codesOf } from '../vocabulary/terms.ts'
import {
  channelTerms,
  closedReasonTerms,
  closenessTerms,
  prospectSourceTerms,
  prospectStageTerms,
  willingnessTerms,
} from './vocabulary.ts'

export const ProspectStage = Type.Enum(codesOf(prospectStageTerms))
export const Willingness = Type.Enum(codesOf(willingnessTerms))
export const ClosedReason = Type.Enum(codesOf(closedReasonTerms))
export const Channel = Type.Enum(codesOf(channelTerms))
export const Sector = Type.Enum(codesOf(sectors))

const facts = {
  willingness: Willingness,
  /** 1 comes first. */
  priority: Type.Integer({ minimum: 1, maximum: 3 }),
  /** What we hope to do together. */
  goal: Prose(1000),
  /** How we go about it, and who opens the door. */
  approach: Prose(1000),
  contactId: Nullable(Id),
  ownerUserId: Nullable(Id),
  categoryIds: Type.Array(Id, { maxItems: 20 }),
  /** Wanted for these schools; none means the district. */
  schoolIds: Type.Array(Id, { maxItems: 200 }),
}

/** Either an organisation of the directory or a new one, which is added as a prospect. */
export const NewProspect = Closed({
  organizationId: Type.Optional(Id),
  organization: Type.Optional(NewOrganization),
  source: Type.Optional(Type.Enum(codesOf(prospectSourceTerms))),
  ...Type.Partial(Type.Object(facts)).properties,
})
export type NewProspect = Type.Static<typeof NewProspect>

export const ProspectChange = Type.Partial(Closed(facts), { additionalProperties: false })
export type ProspectChange = Type.Static<typeof ProspectChange>

export const ProspectStageChange = Closed({
  stage: ProspectStage,
  /** Asked for when a prospect is let go. */
  reason: Type.Optional(ClosedReason),
})

/** A prospect becomes a partnership: its name, and what is not taken over from the prospect. */
export const Joining = Closed({
  name: Line(200),
  stage: Type.Enum(['exploring', 'forming']),
})

export const ProspectItem = Type.Object({
  id: Id,
  organization: Type.Object({
    ...Reference.properties,
    type: Type.Enum([...organizationTypes]),
    sectors: Type.Array(Sector),
  }),
  stage: ProspectStage,
  stageSince: Day,
  willingness: Willingness,
  priority: Type.Integer(),
  goal: Type.String(),
  owner: Nullable(Reference),
  schoolCount: Count,
  knowers: Count,
  lastContactOn: Nullable(Day),
  /** Days since anyone was in touch. */
  silentDays: Type.Integer(),
  /** Silent for more than the district's number of days. */
  cold: Type.Boolean(),
  /** The next step of the outreach plan is due. */
  nextOn: Nullable(Day),
  source: Type.Enum(codesOf(prospectSourceTerms)),
  closedReason: Nullable(ClosedReason),
  version: Version,
})
export type ProspectItem = Type.Static<typeof ProspectItem>

export const OutreachStep = Type.Object({
  id: Id,
  channel: Channel,
  what: Type.String(),
  owner: Nullable(Reference),
  dueOn: Nullable(Day),
  doneOn: Nullable(Day),
  version: Version,
})
export type OutreachStep = Type.Static<typeof OutreachStep>

const step = { channel: Channel, what: Line(300), ownerUserId: Nullable(Id), dueOn: Nullable(Day) }
export const NewOutreachStep = Closed({
  channel: step.channel,
  what: step.what,
  ...Type.Partial(Type.Object({ ownerUserId: step.ownerUserId, dueOn: step.dueOn })).properties,
})
export type NewOutreachStep = Type.Static<typeof NewOutreachStep>
export const OutreachStepChange = Type.Partial(Closed({ ...step, doneOn: Nullable(Day) }), {
  additionalProperties: false,
})
export type OutreachStepChange = Type.Static<typeof OutreachStepChange>

/** A step that is done is a touch as well: what was said goes to the timeline. */
export const StepDone = Closed({ doneOn: Day, body: Type.Optional(Prose(4000)) })

export const Prospect = Type.Object({
  ...ProspectItem.properties,
  approach: Type.String(),
  contact: Nullable(Type.Object({ ...Reference.properties, email: Type.String(), phone: Type.String() })),
  categoryIds: Type.Array(Id),
  schools: Type.Array(Reference),
  knownBy: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      closeness: Type.Enum(codesOf(closenessTerms)),
      contactName: Nullable(Type.String()),
    }),
  ),
  steps: Type.Array(OutreachStep),
  partnership: Nullable(Reference),
})
export type Prospect = Type.Static<typeof Prospect>

export const prospectSorts = ['priority', 'organization', 'lastContact', 'nextStep'] as const

const several = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Array(schema, { maxItems: 20 }))
const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  stage: several(ProspectStage),
  sector: several(Sector),
  ownerUserId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  /** Silent for more than the district's number of days, and still on its way. */
  cold: Type.Optional(Type.Boolean()),
  /** A step of its plan is due or overdue. */
  due: Type.Optional(Type.Boolean()),
}
export const ProspectFilter = Closed({
  ...pageQuery,
  ...filters,
  sort: Type.Optional(Type.Enum([...prospectSorts], { default: 'priority' })),
  descending: Type.Optional(Type.Boolean()),
})
export type ProspectFilter = Type.Static<typeof ProspectFilter>
export const ProspectBoardFilter = Closed(filters)
export type ProspectBoardFilter = Type.Static<typeof ProspectBoardFilter>

export const ProspectColumn = Type.Object({
  stage: ProspectStage,
  count: Count,
  cards: Type.Array(ProspectItem),
})
export type ProspectColumn = Type.Static<typeof ProspectColumn>
