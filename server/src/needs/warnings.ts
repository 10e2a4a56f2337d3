import { personalSentences, tracesIn } from '@common-table/shared/needs/personal-words'
import type { NeedWarning } from '@common-table/shared/needs/schemas'
import { json } from '../http/answers.ts'

/** What in the texts of a need looks as if it named a child. */
const warningsOf = (texts: { title?: string | null; details?: string; evidence?: string }): NeedWarning[] =>
  (['title', 'details', 'evidence'] as const).flatMap((field) =>
    tracesIn(texts[field] ?? '').map((trace) => ({ field, trace, message: personalSentences[trace].en })),
  )

/** A need that was kept, with the warnings about what was written. */
export const keptAnswer = (
  need: string,
  version: number,
  texts: { title?: string | null; details?: string; evidence?: string },
) => json(`${need.slice(0, -1)},"warnings":${JSON.stringify(warningsOf(texts))}}`, version)
