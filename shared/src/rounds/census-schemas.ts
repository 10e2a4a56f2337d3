import * as Type from 'typebox'
import { Closed, Count, Id, Line, Nullable, Prose, Reference } from '../contract/fields.ts'
import { grades } from '../imports/normalise-grades.ts'
import { Tier } from '../needs/schemas.ts'
import { Languages } from '../organizations/place-schemas.ts'
import { settings, weekdays } from '../organizations/vocabulary.ts'
import { formFrame } from './schemas.ts'

/** A program at one school, with its seats. */
export const CensusSite = Closed({
  schoolId: Id,
  /** Whether the program is there. */
  present: Type.Boolean(),
  maximum: Nullable(Count),
  available: Nullable(Count),
})
export type CensusSite = Type.Static<typeof CensusSite>

export const CensusProgram = Closed({
  /** The service on record; null for one the district does not know yet. */
  serviceId: Nullable(Id),
  name: Line(200),
  categoryId: Id,
  tier: Tier,
  /** "All still right": what the district knows holds, sites and seats included. */
  confirmed: Type.Boolean(),
  /** The program goes on this school year. */
  running: Type.Boolean(),
  setting: Type.Enum([...settings]),
  grades: Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true }),
  languages: Languages,
  weekdays: Type.Array(Type.Enum([...weekdays]), { maxItems: 7, uniqueItems: true }),
  sites: Type.Array(CensusSite, { maxItems: 400 }),
  /** Students more it could take with the means it has. */
  roomToGrow: Nullable(Count),
  growth: Prose(300),
})
export type CensusProgram = Type.Static<typeof CensusProgram>

export const CensusAnswers = Closed({
  programs: Type.Array(CensusProgram, { maxItems: 100 }),
  note: Prose(2000),
})
export type CensusAnswers = Type.Static<typeof CensusAnswers>

export const CensusForm = Type.Object({
  ...formFrame,
  organization: Reference,
  answers: CensusAnswers,
  schools: Type.Array(Type.Object({ ...Reference.properties, grades: Type.Array(Type.String()) })),
})
export type CensusForm = Type.Static<typeof CensusForm>

/** What came of an answer: shown as thanks, and to the district. */
export const CensusOutcome = Type.Object({
  /** Sites whose capacity is verified by it. */
  verified: Type.Integer(),
  /** Programs whose own facts (grades, languages, days, setting) were brought up to date. */
  updated: Type.Integer(),
  /** Programs the district did not know. */
  added: Type.Integer(),
  /** Rows for somebody of the district to look at. */
  mismatches: Type.Integer(),
})
export type CensusOutcome = Type.Static<typeof CensusOutcome>
