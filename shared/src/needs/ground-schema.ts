import * as Type from 'typebox'
import { Nullable } from '../contract/fields.ts'

const bound = Type.Object({
  kind: Type.Enum(['below', 'above']),
  value: Type.Number(),
  unit: Type.Enum(['percent', 'people', 'points']),
  inclusive: Type.Optional(Type.Boolean()),
})

/**
 * A figure that led to a suggestion, as the rule saw it: screened, so that everyone may see it. Facts only: whoever shows
 * it says it in the reader's language (`groundInWords`).
 */
export const Ground = Type.Object({
  rule: Type.String(),
  metric: Type.Object({
    code: Type.String(),
    name: Type.String(),
    nameEs: Type.String(),
    unit: Type.String(),
  }),
  comparison: Type.Enum(['at_least', 'above', 'at_most', 'below']),
  trend: Nullable(Type.Enum(['rising', 'falling'])),
  period: Type.String(),
  value: Nullable(Type.Number()),
  bound: Nullable(bound),
  threshold: Type.Number(),
  since: Nullable(Type.Object({ period: Type.String(), value: Type.Number() })),
})
