import type { FieldProblem } from '../contract/problem.ts'
import type { VisionDraft } from './schemas.ts'

const missing = (field: keyof VisionDraft, message: string): FieldProblem => ({
  field,
  rule: 'required',
  message,
})

/** What a vision lacks before both sides can be asked to confirm it (domain E7: expectations, processes, outcomes). */
export const visionGaps = (draft: VisionDraft): FieldProblem[] => [
  ...(/\S/.test(draft.statement)
    ? []
    : [missing('statement', 'Write down what both sides want to be true together.')]),
  ...(draft.goals.length > 0
    ? []
    : [missing('goals', 'Choose at least one priority of the district that both take as their own.')]),
  ...(draft.districtExpectations.length > 0
    ? []
    : [missing('districtExpectations', 'Write down what the district may expect of the partner.')]),
  ...(draft.partnerExpectations.length > 0
    ? []
    : [missing('partnerExpectations', 'Write down what the partner may expect of the district.')]),
  ...(draft.processes.length > 0
    ? []
    : [missing('processes', 'Write down how you work together: who talks to whom, how often, who decides.')]),
  ...(draft.outcomes.length > 0
    ? []
    : [missing('outcomes', 'Name at least one outcome and how both will see it.')]),
]
