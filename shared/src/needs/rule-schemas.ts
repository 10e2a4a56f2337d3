import * as Type from 'typebox'
import { Closed, Id, Nullable, Reference, Version } from '../contract/fields.ts'
import { Severity, Tier } from './schemas.ts'

const Comparison = Type.Enum(['at_least', 'above', 'at_most', 'below'])

const line = {
  comparison: Comparison,
  threshold: Type.Number({ minimum: -1_000_000, maximum: 1_000_000_000 }),
  trend: Nullable(Type.Enum(['rising', 'falling'])),
  tier: Tier,
  /** Severity by value, mildest first; the last step a figure reaches counts. */
  severitySteps: Type.Array(Type.Object({ from: Type.Number(), severity: Severity }), {
    minItems: 1,
    maxItems: 8,
  }),
  /** How the students affected follow: the rate's share of its group, the count itself, or not at all. */
  students: Type.Enum(['share', 'count', 'unknown']),
  active: Type.Boolean(),
}

export const NeedRule = Type.Object({
  id: Id,
  code: Type.String(),
  metric: Type.Object({
    ...Reference.properties,
    nameEs: Type.String(),
    code: Type.String(),
    unit: Type.String(),
  }),
  category: Type.Object({ ...Reference.properties, nameEs: Type.String(), code: Type.String() }),
  ...line,
  /** Suggestions of this rule that wait for a decision. */
  waiting: Type.Integer(),
  version: Version,
})
export type NeedRule = Type.Static<typeof NeedRule>
export const NeedRules = Type.Object({ items: Type.Array(NeedRule) })

export const NewNeedRule = Closed({
  code: Type.String({ pattern: '^[a-z][a-z0-9_]{1,60}$' }),
  metricId: Id,
  categoryId: Id,
  ...line,
  active: Type.Optional(line.active),
})
export type NewNeedRule = Type.Static<typeof NewNeedRule>

export const NeedRuleChange = Type.Partial(Closed({ categoryId: Id, ...line }), {
  additionalProperties: false,
})
export type NeedRuleChange = Type.Static<typeof NeedRuleChange>
