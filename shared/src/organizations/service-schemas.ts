import * as Type from 'typebox'
import { Closed, Count, Day, Id, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { capacityUnits } from '../catalog/capacity-units.ts'
import { grades } from '../imports/normalise-grades.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { Languages } from './place-schemas.ts'
import { audiences, serviceStatuses, settings, siteStatuses, weekdays } from './vocabulary.ts'

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

const days = Type.Array(Type.Enum([...weekdays]), { minItems: 1, maxItems: 7, uniqueItems: true })
const times = {
  opensAt: Nullable(Time),
  closesAt: Nullable(Time),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  description: Prose(200),
}
/** On which days of the week a service happens, from when to when, in the district's own time. */
export const Schedule = Closed({ weekdays: days, ...times })
export type Schedule = Type.Static<typeof Schedule>
/** As it comes in: the days are enough. */
const NewSchedule = Closed({ weekdays: days, ...Type.Partial(Closed(times)).properties })
export type NewSchedule = Type.Static<typeof NewSchedule>
const Schedules = Type.Array(Schedule)
const NewSchedules = Type.Array(NewSchedule, { maxItems: 20 })

const service = {
  name: Line(200),
  /** The programme it belongs to, where an organisation runs several. */
  program: Prose(200),
  description: Prose(4000),
  categoryId: Id,
  alsoCategoryIds: Type.Array(Id, { maxItems: 10, uniqueItems: true }),
  /** MTSS tier: 1 everyone, 2 a group, 3 one student. */
  tier: Type.Enum([1, 2, 3]),
  setting: Type.Enum([...settings]),
  audience: Type.Enum([...audiences]),
  grades: Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true }),
  languages: Languages,
  /** What capacity is counted in. */
  capacityUnit: Type.Enum(codesOf(capacityUnits)),
  status: Type.Enum([...serviceStatuses]),
  website: Nullable(Prose(500)),
  fees: Prose(500),
  eligibility: Prose(1000),
  minimumAge: Nullable(Type.Integer({ minimum: 0, maximum: 120 })),
  maximumAge: Nullable(Type.Integer({ minimum: 0, maximum: 120 })),
  /** How far it goes from its places, in kilometres; null where nobody said. */
  reachKm: Nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
}

const place = {
  schoolId: Nullable(Id),
  locationId: Nullable(Id),
  siteName: Prose(200),
}
const siteFacts = {
  status: Type.Enum([...siteStatuses]),
  /** In the service's capacity unit. */
  capacityMaximum: Nullable(Count),
  capacityAvailable: Nullable(Count),
  studentsServed: Nullable(Count),
  scheduleNote: Prose(300),
}

/** A service at one place. Its capacity counts as supply while `verifiedOn` is recent (district setting). */
export const ServiceSite = Type.Object({
  id: Id,
  serviceId: Id,
  school: Nullable(Reference),
  location: Nullable(Reference),
  siteName: place.siteName,
  ...siteFacts,
  /** When it happens here, where that differs from the service's own schedule; empty: as the service. */
  schedules: Schedules,
  verifiedOn: Nullable(Day),
  version: Version,
})
export type ServiceSite = Type.Static<typeof ServiceSite>

/** At a school, at a place of the organisation, or only named. */
export const NewServiceSite = Type.Partial(
  Closed({
    ...place,
    ...siteFacts,
    schedules: NewSchedules,
    verifiedOn: Nullable(Day),
    /** Why it is wanted beside help that looks the same (D7). */
    justification: Prose(500),
  }),
  { additionalProperties: false },
)
export type NewServiceSite = Type.Static<typeof NewServiceSite>
export const ServiceSiteChange = NewServiceSite
export type ServiceSiteChange = NewServiceSite

/** What an organisation offers. `sites` are those the caller may see. */
export const Service = Type.Object({
  id: Id,
  organizationId: Id,
  ...service,
  schedules: Schedules,
  assuredOn: Nullable(Day),
  sites: Type.Array(ServiceSite),
  version: Version,
})
export type Service = Type.Static<typeof Service>

const written = { ...service, schedules: NewSchedules }
const { name, categoryId, ...rest } = written
export const NewService = Closed({ name, categoryId, ...Type.Partial(Closed(rest)).properties })
export type NewService = Type.Static<typeof NewService>
export const ServiceChange = Type.Partial(Closed(written), { additionalProperties: false })
export type ServiceChange = Type.Static<typeof ServiceChange>
