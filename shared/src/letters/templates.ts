import type { Language } from '../vocabulary/terms.ts'
import { changeTemplates } from './change-templates.ts'
import type { LetterKind, LetterText } from './kinds.ts'
import { partnerTemplates } from './partner-templates.ts'

const standards: Record<LetterKind, Record<Language, LetterText>> = {
  ...partnerTemplates,
  ...changeTemplates,
}

/** The text every district starts with. */
export const standardLetter = (kind: LetterKind, language: Language): LetterText => standards[kind][language]
