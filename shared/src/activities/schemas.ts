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
import { settings } from '../vocabulary/settings.ts'
import { codesOf } from '../vocabulary/terms.ts'
import {
  activityKinds,
  activitySources,
  activityStates,
  epsteinTypes,
  fourCs,
  peopleKinds,
} from './vocabulary.ts'

const Kind = Type.Enum(codesOf(activityKinds))
const State = Type.Enum(codesOf(activityStates))
export const People = Type.Enum(codesOf(peopleKinds))
const Epstein = Type.Enum(codesOf(epsteinTypes))
const Setting = Type.Enum(codesOf(settings))
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' })
const Sessions = Type.Integer({ minimum: 0, maximum: 500 })
const Heads = Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))
const Minutes = Nullable(Type.Integer({ minimum: 1, maximum: 1440 }))

export const reachedFields = { students: Heads, families: Heads, staff: Heads, community: Heads }
/** One line on how each C was built; null where it was not meant. */
const How = Nullable(Prose(300))
const evidence = { capabilities: How, connections: How, cognition: How, confidence: How }

const typed = {
  title: Line(140),
  happensOn: Day,
  schoolId: Nullable(Id),
  serviceId: Nullable(Id),
  partnershipId: Nullable(Id),
  /** The strategy of the goal tree it serves. */
  strategyId: Nullable(Id),
  planned: Sessions,
  delivered: Nullable(Sessions),
  minutes: Minutes,
  ...reachedFields,
  audiences: Type.Array(People, { uniqueItems: true }),
  ...evidence,
  epstein: Type.Array(Epstein, { uniqueItems: true }),
  languages: Type.Array(Language, { uniqueItems: true, maxItems: 20 }),
  setting: Nullable(Setting),
  note: Prose(1000),
}
const { title, happensOn, ...rest } = typed
export const NewActivity = Closed({
  kind: Kind,
  title,
  happensOn,
  ...Type.Partial(Type.Object(rest)).properties,
})
export type NewActivity = Type.Static<typeof NewActivity>

export const ActivityChange = Type.Partial(Closed(typed), { additionalProperties: false })
export type ActivityChange = Type.Static<typeof ActivityChange>

export const Activity = Type.Object({
  id: Id,
  kind: Kind,
  title: Type.String(),
  happensOn: Day,
  /** Null: the whole district. */
  school: Nullable(Reference),
  service: Nullable(Reference),
  organization: Nullable(Reference),
  partnership: Nullable(Reference),
  /** The strategy of the goal tree it serves. */
  strategy: Nullable(Reference),
  /** Sessions planned together share one. */
  seriesId: Nullable(Id),
  planned: Count,
  delivered: Nullable(Count),
  status: State,
  /** Its day has come and nobody has said what came of it. */
  silent: Type.Boolean(),
  minutes: Nullable(Count),
  /** People by kind; null for readers who do not log activities. */
  people: Nullable(Type.Object(reachedFields)),
  reached: Nullable(Count),
  audiences: Type.Array(People),
  evidence: Type.Object(evidence),
  built: Count,
  epstein: Type.Array(Epstein),
  languages: Type.Array(Type.String()),
  setting: Nullable(Setting),
  note: Type.String(),
  saidBy: Type.Enum(codesOf(activitySources)),
  saidByName: Type.String(),
  version: Version,
})
export type Activity = Type.Static<typeof Activity>

const filters = {
  q: Type.Optional(Prose(100)),
  /** A school year; every year when absent. */
  schoolYearId: Type.Optional(Id),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  kind: Type.Optional(Kind),
  status: Type.Optional(Type.Array(State)),
  silent: Type.Optional(Type.Boolean()),
  schoolId: Type.Optional(Type.Array(Id)),
  serviceId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  strategyId: Type.Optional(Id),
  seriesId: Type.Optional(Id),
  /** A C it builds, with a line on how. */
  builds: Type.Optional(Type.Array(Type.Enum(codesOf(fourCs)))),
  /** All four Cs, some of them, none, or one that was meant with no line on how. */
  cs: Type.Optional(Type.Enum(['all', 'some', 'none', 'unsaid'])),
  epstein: Type.Optional(Type.Array(Epstein)),
  audience: Type.Optional(Type.Array(People)),
  language: Type.Optional(Type.Array(Language)),
  setting: Type.Optional(Type.Array(Setting)),
  saidBy: Type.Optional(Type.Enum(codesOf(activitySources))),
}
export const ActivityFilter = Closed(filters)
export type ActivityFilter = Type.Static<typeof ActivityFilter>
export const activitySorts = ['day', '-day', 'title', '-title', 'reached', '-reached'] as const
export const ActivityQuery = Closed({
  ...pageQuery,
  ...filters,
  /** By the number of people only for those who may see it. */
  sort: Type.Optional(Type.Enum([...activitySorts])),
})
export type ActivityQuery = Type.Static<typeof ActivityQuery>

/** What the activities of a filter add up to. */
export const ActivitySum = Type.Object({
  activities: Count,
  held: Count,
  planned: Count,
  cancelled: Count,
  silent: Count,
  /** Null for readers who do not log activities. */
  people: Nullable(Type.Object({ students: Count, families: Count, staff: Count, community: Count })),
  /** Of the engagement activities held. */
  engagement: Type.Object({ held: Count, strict: Count, lenient: Count, any: Count }),
})
export type ActivitySum = Type.Static<typeof ActivitySum>

export const FidelityQuery = Closed({
  schoolYearId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
})
export type FidelityQuery = Type.Static<typeof FidelityQuery>
const Kept = {
  due: Count,
  delivered: Count,
  /** Of those due, sessions nobody has said anything about. */
  silent: Count,
  toCome: Count,
  percent: Nullable(Type.Number()),
  beyond: Count,
}
/** Sessions delivered of those planned, by service and quarter. */
export const FidelityTable = Type.Object({
  schoolYear: Nullable(Reference),
  quarters: Type.Array(Type.Object({ id: Id, label: Type.String(), startsOn: Day, endsOn: Day })),
  services: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      organization: Reference,
      /** In the order of the quarters; null where nothing was planned nor delivered. */
      quarters: Type.Array(Nullable(Type.Object(Kept))),
      year: Type.Object(Kept),
    }),
  ),
})
export type FidelityTable = Type.Static<typeof FidelityTable>

export const ServiceChoice = Closed({ q: Type.Optional(Prose(100)), schoolId: Type.Optional(Id) })
export const ServiceChoices = Type.Object({
  items: Type.Array(Type.Object({ ...Reference.properties, organization: Type.String() })),
})
