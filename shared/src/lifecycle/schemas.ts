import * as Type from 'typebox'
import { Closed, Count, Day, Id, Instant, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { weekdays } from '../organizations/vocabulary.ts'
import { intensityRubric } from '../partnerships/rubric-questions.ts'
import { rubricFloors } from '../partnerships/intensity-rubric.ts'
import { Intensity } from '../partnerships/schemas.ts'
import { stepStates } from '../partnerships/step-standing.ts'
import { stepReasonTerms, stepTerms } from '../partnerships/step-terms.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { exitItems, exitStateTerms } from './exit-checklist.ts'
import { formaliseTerms } from './formalise.ts'

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const choice = (code: (typeof intensityRubric)[number]['code']) =>
  intensityRubric.find((question) => question.code === code)!.answers.map((answer) => answer.code) // every code has its question

/** One answer to each question of the rubric. */
export const Answers = Closed({
  contact: Type.Enum(choice('contact') as ['none', 'supervised', 'unsupervised']),
  frequency: Type.Enum(choice('frequency') as ['once', 'monthly', 'weekly', 'daily']),
  reach: Type.Enum(choice('reach') as ['few', 'some', 'many']),
  place: Type.Enum(choice('place') as ['elsewhere', 'on_campus', 'after_hours']),
  data: Type.Enum(choice('data') as ['none', 'aggregate', 'student_level']),
  money: Type.Enum(choice('money') as ['none', 'partner_pays', 'district_pays']),
  term: Type.Enum(choice('term') as ['short', 'year', 'years']),
  care: Type.Enum(choice('care') as ['no', 'yes']),
})
export type Answers = Type.Static<typeof Answers>

export const NewAssessment = Closed({
  answers: Answers,
  /** Another intensity than the rubric's, with the reason. */
  chosen: Type.Optional(Intensity),
  reason: Type.Optional(Prose(400)),
})
export type NewAssessment = Type.Static<typeof NewAssessment>

export const Assessment = Type.Object({
  id: Id,
  answers: Answers,
  score: Count,
  intensity: Intensity,
  floors: Type.Array(Type.Enum(codesOf(rubricFloors))),
  chosen: Intensity,
  reason: Type.String(),
  byName: Type.String(),
  at: Instant,
})
export type Assessment = Type.Static<typeof Assessment>

const RequiredStep = Type.Object({
  step: Type.Enum(codesOf(stepTerms)),
  lane: Type.Enum(['standard', 'lighter']),
  because: Type.Array(Type.Enum(codesOf(stepReasonTerms))),
  /** Whether it is taken, by the agreements, documents and people that stand. */
  state: Type.Enum([...stepStates]),
})

const exit = {
  state: Type.Enum(codesOf(exitStateTerms)),
  note: Prose(400),
  dueOn: Nullable(Day),
}
export const ExitCheck = Type.Object({
  id: Id,
  item: Type.Enum(codesOf(exitItems)),
  ...exit,
  doneOn: Nullable(Day),
  settledByName: Type.String(),
  version: Version,
})
export type ExitCheck = Type.Static<typeof ExitCheck>
export const ExitCheckChange = Type.Partial(Closed(exit), { additionalProperties: false })
export type ExitCheckChange = Type.Static<typeof ExitCheckChange>

export const YearStatus = Type.Enum(['planned', 'running', 'completed', 'stopped'])
export const YearRecord = Type.Object({
  id: Id,
  year: Type.Object({ id: Id, label: Type.String(), startsOn: Day, endsOn: Day }),
  status: YearStatus,
  decision: Nullable(Type.Enum(['renew', 'revise', 'end'])),
  studentsPlanned: Nullable(Count),
  studentsServed: Nullable(Count),
  note: Type.String(),
  version: Version,
})
export type YearRecord = Type.Static<typeof YearRecord>
export const YearRecordChange = Type.Partial(
  Closed({ studentsPlanned: Nullable(Count), studentsServed: Nullable(Count), note: Prose(1000) }),
  { additionalProperties: false },
)
export type YearRecordChange = Type.Static<typeof YearRecordChange>

/** What it takes, where it stands, which years it belongs to, and what is left to settle. */
export const Lifecycle = Type.Object({
  partnershipId: Id,
  organizationId: Id,
  intensity: Intensity,
  /** Nobody has answered the rubric: what is required is only what the intensity alone says. */
  assessment: Nullable(Assessment),
  steps: Type.Array(RequiredStep),
  lighterLane: Type.Boolean(),
  formalise: Type.Array(Type.Enum(codesOf(formaliseTerms))),
  resumesOn: Nullable(Day),
  exit: Type.Array(ExitCheck),
  years: Type.Array(YearRecord),
  version: Version,
})
export type Lifecycle = Type.Static<typeof Lifecycle>

const site = {
  liaisonUserId: Nullable(Id),
  /** Someone at the school without an account. */
  liaisonName: Prose(120),
  space: Prose(200),
  weekdays: Type.Array(Type.Enum([...weekdays]), { maxItems: 7 }),
  startsAt: Nullable(Clock),
  endsAt: Nullable(Clock),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  students: Nullable(Count),
  notes: Prose(2000),
}
export const SitePlan = Type.Object({
  id: Id,
  school: Reference,
  schoolYearId: Id,
  liaison: Nullable(Reference),
  ...site,
  version: Version,
})
export type SitePlan = Type.Static<typeof SitePlan>
export const NewSitePlan = Closed({
  schoolId: Id,
  schoolYearId: Id,
  ...Type.Partial(Type.Object(site)).properties,
})
export type NewSitePlan = Type.Static<typeof NewSitePlan>
export const SitePlanChange = Type.Partial(Closed(site), { additionalProperties: false })
export type SitePlanChange = Type.Static<typeof SitePlanChange>

/** A partnership that comes to more schools (E16). What one school has in the year may be the pattern for the new ones. */
export const Growth = Closed({
  schoolIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  schoolYearId: Id,
  likeSchoolId: Type.Optional(Nullable(Id)),
  /** First day at the new schools; with a pattern only. */
  startsOn: Type.Optional(Nullable(Day)),
  /** An active partnership is expanding from now on. */
  expanding: Type.Optional(Type.Boolean()),
  /** Why the schools are added beside help that looks the same (D7). */
  justification: Type.Optional(Prose(500)),
})
export type Growth = Type.Static<typeof Growth>

/** The plans of a partnership in one school year: one line for each school, with or without a plan. */
export const SitePlans = Type.Object({
  year: Nullable(Reference),
  years: Type.Array(Reference),
  sites: Type.Array(Type.Object({ school: Reference, plan: Nullable(SitePlan) })),
  students: Count,
  planned: Count,
})
export type SitePlans = Type.Static<typeof SitePlans>

/** Who works at a school this year: for its front office. */
export const SchoolSitePlans = Type.Object({
  items: Type.Array(
    Type.Object({
      ...SitePlan.properties,
      partnership: Type.Object({ ...Reference.properties, stage: Type.String() }),
      organization: Reference,
    }),
  ),
})
