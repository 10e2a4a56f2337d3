import * as Type from 'typebox'
import { Closed, Count, Id, Prose } from '../contract/fields.ts'

/** What a run over the latest figures did. A second run on the same figures finds everything unchanged. */
export const SuggestionRun = Type.Object({
  schools: Count,
  rules: Count,
  suggested: Count,
  changed: Count,
  unchanged: Count,
  /** A person decided about it, or the school already has such a need: the run leaves it alone. */
  settled: Count,
  withdrawn: Count,
})
export type SuggestionRun = Type.Static<typeof SuggestionRun>

export const SuggestionDecision = Closed({
  needIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  decision: Type.Enum(['accept', 'dismiss']),
  reason: Type.Optional(Prose(500)),
})
export type SuggestionDecision = Type.Static<typeof SuggestionDecision>

/** Those that were no longer waiting are left as they are. */
export const SuggestionsDecided = Type.Object({ decided: Count, skipped: Count })
