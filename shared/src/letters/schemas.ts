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
  Reference,
  Version,
} from '../contract/fields.ts'
import { sides } from '../vocabulary/sides.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { mergeFields, type MergeField } from './fields.ts'
import { letterKinds, writtenKinds } from './kinds.ts'

type FieldTexts = Record<MergeField, ReturnType<typeof Line>>

/** A letter as it stands: a draft with what it still waits for, or sent, when and by whom. */
export const Letter = Type.Object({
  id: Id,
  kind: Type.Enum(codesOf(letterKinds)),
  side: Type.Enum([...sides]),
  organization: Reference,
  partnership: Nullable(Reference),
  locale: Type.Enum(['en', 'es']),
  toName: Type.String(),
  toAddress: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  /** Fields that still stand in braces: such a letter does not go out. */
  missing: Type.Array(Type.String()),
  sentAt: Nullable(Instant),
  sentHow: Nullable(Type.Enum(['email', 'paper'])),
  sentByName: Type.String(),
  createdAt: Instant,
  version: Version,
})
export type Letter = Type.Static<typeof Letter>

/** What a person writes of a letter. */
export const LetterText = Closed({
  toName: Type.Optional(Line(120)),
  toAddress: Type.Optional(Email),
  subject: Line(300),
  body: Line(8000),
})

export const LetterChange = Type.Partial(
  Closed({
    ...LetterText.properties,
    /** What stands for a field that was missing. */
    fill: Type.Partial(
      Closed(Object.fromEntries(mergeFields.map(({ code }) => [code, Line(400)])) as FieldTexts),
      { additionalProperties: false },
    ),
  }),
  { additionalProperties: false },
)
export type LetterChange = Type.Static<typeof LetterChange>

/** What a letter is begun from: its data come from the records it names. */
export const NewLetter = Closed({
  kind: Type.Enum([...writtenKinds]),
  organizationId: Id,
  partnershipId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  contactId: Type.Optional(Id),
  /** The reader's language where nothing is said. */
  locale: Type.Optional(Type.Enum(['en', 'es'])),
  meetingDate: Type.Optional(Day),
})
export type NewLetter = Type.Static<typeof NewLetter>

export const LetterFilter = Closed({
  ...pageQuery,
  organizationId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(codesOf(letterKinds))),
  standing: Type.Optional(Type.Enum(['draft', 'sent'])),
})
