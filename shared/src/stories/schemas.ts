import * as Type from 'typebox'
import {
  Closed,
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
  WebAddress,
} from '../contract/fields.ts'
import { settings } from '../vocabulary/settings.ts'
import { codesOf } from '../vocabulary/terms.ts'
import * as words from './vocabulary.ts'

const Status = Type.Enum(codesOf(words.storyStatuses))
const Covers = Type.Array(Type.Enum(codesOf(words.consentParts)), {
  minItems: 1,
  maxItems: 2,
  uniqueItems: true,
})

const texts = {
  titleEs: Prose(140),
  summary: Prose(300),
  summaryEs: Prose(300),
  body: Prose(6000),
  bodyEs: Prose(6000),
  /** What was missing. */
  need: Prose(500),
  needEs: Prose(500),
  setting: Nullable(Type.Enum(codesOf(settings))),
  schoolId: Nullable(Id),
  categoryId: Nullable(Id),
  /** The record of the need it answers. */
  needId: Nullable(Id),
  quote: Prose(600),
  quoteEs: Prose(600),
  /** Who said it, as it is shown: a name, or "a grandmother". */
  quoteBy: Prose(120),
  quoteByEs: Prose(120),
  photoAlt: Line(300),
  photoAltEs: Prose(300),
  /** Whether people can be recognised in the photo. */
  photoOfPeople: Type.Boolean(),
  evidence: Type.Enum(codesOf(words.evidenceLabels)),
  evidenceSource: Prose(400),
  link: Type.Union([WebAddress, Type.Literal('')]),
}

export const NewStory = Closed({
  title: Line(140),
  organizationId: Id,
  ...Type.Partial(Type.Object(texts)).properties,
})
export type NewStory = Type.Static<typeof NewStory>

/** Only a draft changes. */
export const StoryChange = Type.Partial(Closed({ title: Line(140), organizationId: Id, ...texts }), {
  additionalProperties: false,
})
export type StoryChange = Type.Static<typeof StoryChange>

export const StoryConsent = Type.Object({
  id: Id,
  name: Type.String(),
  relation: Type.Enum(codesOf(words.consentRelations)),
  email: Type.String(),
  covers: Covers,
  how: Type.Enum(codesOf(words.consentWays)),
  status: Type.Enum(codesOf(words.consentStatuses)),
  validUntil: Nullable(Day),
  answeredAt: Nullable(Instant),
  answeredByName: Type.String(),
  note: Type.String(),
  createdAt: Instant,
})
export type StoryConsent = Type.Static<typeof StoryConsent>

const listed = {
  id: Id,
  status: Status,
  title: Type.String(),
  summary: Type.String(),
  organization: Reference,
  school: Nullable(Reference),
  category: Nullable(Type.Object({ id: Id, name: Type.String(), nameEs: Type.String() })),
  evidence: Type.Enum(codesOf(words.evidenceLabels)),
  hasPhoto: Type.Boolean(),
  /** Whether every consent it needs holds today: a published story is not shown without. */
  consentHolds: Type.Boolean(),
  authorName: Type.String(),
  publishedAt: Nullable(Instant),
  updatedAt: Instant,
  version: Version,
}
export const StoryListed = Type.Object(listed)
export type StoryListed = Type.Static<typeof StoryListed>

const {
  photoAlt: _,
  setting,
  schoolId: __,
  categoryId: ___,
  needId: ______,
  evidence: ____,
  link: _____,
  ...prose
} = texts

export const Story = Type.Object({
  ...listed,
  ...prose,
  setting,
  photoAlt: Type.String(),
  link: Type.String(),
  note: Type.String(),
  takenBackBecause: Nullable(Type.Enum(codesOf(words.takeBackReasons))),
  publishedByName: Type.String(),
  /** Below the address of this installation, where anybody reads it; null while it is not shown. */
  publicPath: Nullable(Type.String()),
  /** The need it answers, as the district wrote it down. */
  answers: Nullable(Reference),
  consents: Type.Array(StoryConsent),
})
export type Story = Type.Static<typeof Story>

export const StoryQuery = Closed({
  ...pageQuery,
  status: Type.Optional(Type.Array(Status, { maxItems: 5 })),
  organizationId: Type.Optional(Id),
  schoolId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  categoryId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  evidence: Type.Optional(Type.Array(Type.Enum(codesOf(words.evidenceLabels)), { maxItems: 4 })),
  needId: Type.Optional(Id),
})
export type StoryQuery = Type.Static<typeof StoryQuery>

/** Asks somebody; by link they are e-mailed, in any other way what they said is written down. */
export const NewConsent = Closed({
  name: Line(120),
  relation: Type.Enum(codesOf(words.consentRelations)),
  covers: Covers,
  how: Type.Enum(codesOf(words.consentWays)),
  email: Type.Optional(Email),
  locale: Type.Optional(Type.Enum(['en', 'es'])),
  validUntil: Type.Optional(Nullable(Day)),
  note: Type.Optional(Prose(500)),
})
export type NewConsent = Type.Static<typeof NewConsent>

/** What somebody said on another way than by link. */
export const ConsentAnswer = Closed({
  status: Type.Enum(['given', 'declined', 'withdrawn']),
  note: Type.Optional(Prose(500)),
})

/** Goes on to consent and review, or back to the draft. */
export const StoryStep = Closed({ to: Type.Enum(['review', 'draft']), note: Type.Optional(Prose(1000)) })
export const TakeBack = Closed({
  because: Type.Enum(codesOf(words.takeBackReasons)),
  note: Type.Optional(Prose(1000)),
})

/** The one story a person is asked about. */
export const AskedStory = Type.Object({
  title: Type.String(),
  titleEs: Type.String(),
  summary: Type.String(),
  summaryEs: Type.String(),
  body: Type.String(),
  bodyEs: Type.String(),
  quote: Type.String(),
  quoteEs: Type.String(),
  quoteBy: Type.String(),
  hasPhoto: Type.Boolean(),
  photoAlt: Type.String(),
  name: Type.String(),
  relation: Type.Enum(codesOf(words.consentRelations)),
  covers: Covers,
  status: Type.Enum(codesOf(words.consentStatuses)),
  validUntil: Nullable(Day),
  shown: Type.Boolean(),
})
export type AskedStory = Type.Static<typeof AskedStory>

export const AnswerToStory = Closed({
  name: Line(120),
  agrees: Type.Boolean(),
  validUntil: Type.Optional(Nullable(Day)),
})
export type AnswerToStory = Type.Static<typeof AnswerToStory>
