import * as Type from 'typebox'
import { Closed, Id, Instant, Line, Nullable } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { letterKinds } from './kinds.ts'

const which = { kind: Type.Enum(codesOf(letterKinds)), locale: Type.Enum(['en', 'es']) }
const text = { subject: Line(300), body: Line(6000) }

/** A kind of letter in one language, as the district has it now: its own text, or the standard one. */
export const LetterTemplate = Type.Object({
  ...which,
  ...text,
  own: Type.Boolean(),
  changedByName: Type.String(),
  changedAt: Nullable(Instant),
  /** 0 while the standard text holds. */
  version: Type.Integer({ minimum: 0 }),
})
export type LetterTemplate = Type.Static<typeof LetterTemplate>

export const TemplateText = Closed({ ...which, ...text })
export type TemplateText = Type.Static<typeof TemplateText>
export const WhichTemplate = Closed(which)

/** A text to look at before it is saved, with the data of a partner. */
export const TemplatePreview = Closed({
  ...which,
  ...text,
  organizationId: Id,
  partnershipId: Type.Optional(Id),
})
export const PreviewedLetter = Type.Object({
  subject: Type.String(),
  body: Type.String(),
  /** Fields that this partner’s records do not fill. */
  missing: Type.Array(Type.String()),
})
