import * as Type from 'typebox'
import {
  Closed,
  Count,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { settings, weekdays } from '../organizations/vocabulary.ts'
import { Languages } from '../organizations/place-schemas.ts'
import { grades } from '../imports/normalise-grades.ts'
import { schoolLevels } from '../schools/schemas.ts'
import { needSources } from '../vocabulary/need-sources.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { urgencies } from '../vocabulary/urgencies.ts'
import { populations } from '../vocabulary/populations.ts'
import { Ground } from './ground-schema.ts'
import { needStatuses } from './lifecycle.ts'
import { personalTraces } from './personal-words.ts'

export const NeedStatus = Type.Enum(needStatuses.map(({ code }) => code))
const Source = Type.Enum(needSources.map(({ code }) => code))
export const Tier = Type.Enum([1, 2, 3])
export const Severity = Type.Enum([1, 2, 3, 4, 5])
const YearLabel = Type.String({ pattern: '^\\d{4}-\\d{2}$' })

const facts = {
  categoryId: Id,
  tier: Tier,
  severity: Severity,
  /** A count, never names; null when nobody can say. */
  studentsAffected: Nullable(Count),
  /** How soon it matters; null when nobody said. */
  urgency: Nullable(Type.Enum(codesOf(urgencies))),
  grades: Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true }),
  population: Nullable(Type.Enum(populations.map(({ code }) => code))),
  /** Languages of which one has to be spoken, settings that are possible, days that suit; empty: any. */
  languages: Languages,
  settings: Type.Array(Type.Enum([...settings]), { maxItems: settings.length, uniqueItems: true }),
  weekdays: Type.Array(Type.Enum([...weekdays]), { maxItems: weekdays.length, uniqueItems: true }),
  /** The group is not to be divided among providers. */
  oneProvider: Type.Boolean(),
  title: Line(140),
  details: Prose(4000),
  source: Source,
  /** What the person who recorded it goes by: a survey, an attendance list, a conversation. */
  evidence: Prose(2000),
  /** The school has tried and cannot meet it with its own means. */
  cannotMeetAlone: Type.Boolean(),
}

/** As a person wrote it; null while the figure that suggested it is all there is to call it by (`needTitle`). */
const CalledByFigure = Nullable(Line(140))

const { categoryId: _categoryId, evidence, ...shown } = facts
export const NeedListed = Type.Object({
  id: Id,
  school: Type.Object({
    ...Reference.properties,
    code: Type.String(),
    level: Type.String(),
    area: Type.String(),
  }),
  category: Type.Object({
    ...Reference.properties,
    nameEs: Type.String(),
    code: Type.String(),
    group: Type.String(),
  }),
  schoolYear: YearLabel,
  ...shown,
  title: CalledByFigure,
  evidence,
  grounds: Type.Array(Ground),
  status: NeedStatus,
  createdAt: Instant,
  version: Version,
})
export type NeedListed = Type.Static<typeof NeedListed>

export const Need = Type.Object({
  ...NeedListed.properties,
  /** Why it was turned away, met, taken back or opened again; `figures_gone` when no figure suggests it any more. */
  closedReason: Nullable(Type.String()),
  closedAt: Nullable(Instant),
  recordedBy: Type.String(),
  updatedAt: Instant,
})
export type Need = Type.Static<typeof Need>

/** The reason the system gives when the figures that suggested a need are gone. */
export const figuresGone = 'figures_gone'

const Warning = Type.Object({
  field: Type.Enum(['title', 'details', 'evidence']),
  trace: Type.Enum([...personalTraces]),
  message: Type.String(),
})
/** What was kept, and what in its text looks as if it named a child. The text is kept as it is: a person decides. */
export const KeptNeed = Type.Object({ ...Need.properties, warnings: Type.Array(Warning) })
export type KeptNeed = Type.Static<typeof KeptNeed>
export type NeedWarning = Type.Static<typeof Warning>

const { categoryId, severity, title, ...optional } = facts
export const NewNeed = Closed({
  schoolId: Id,
  categoryId,
  severity,
  title,
  ...Type.Partial(Closed(optional)).properties,
  /** The current school year when absent. */
  schoolYear: Type.Optional(YearLabel),
})
export type NewNeed = Type.Static<typeof NewNeed>

export const NeedChange = Type.Partial(Closed({ ...facts, title: CalledByFigure }), {
  additionalProperties: false,
})
export type NeedChange = Type.Static<typeof NeedChange>

export const NeedStep = Closed({ status: NeedStatus, reason: Type.Optional(Prose(500)) })
export type NeedStep = Type.Static<typeof NeedStep>

export const needSorts = ['severity', 'studentsAffected', 'newest', 'school'] as const
export type NeedSort = (typeof needSorts)[number]

const several = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Array(schema, { maxItems: 60 }))

export const needFilters = {
  schoolId: several(Id),
  categoryId: several(Id),
  group: several(Type.String({ maxLength: 40 })),
  // A query string carries text; only a plain integer is read back from it.
  tier: several(Type.Integer({ minimum: 1, maximum: 3 })),
  severity: several(Type.Integer({ minimum: 1, maximum: 5 })),
  status: several(NeedStatus),
  source: several(Source),
  schoolYear: Type.Optional(YearLabel),
  area: several(Prose(120)),
  level: several(Type.Enum([...schoolLevels])),
  /** Barriers to attendance that stand behind it, by code. */
  barrier: several(Type.String({ maxLength: 41 })),
}

export const NeedQuery = Closed({
  ...pageQuery,
  ...needFilters,
  /** A minus sign turns the order round. */
  sort: Type.Optional(Type.Enum(needSorts.flatMap((sort) => [sort, `-${sort}`] as const))),
})
export type NeedQuery = Type.Static<typeof NeedQuery>
