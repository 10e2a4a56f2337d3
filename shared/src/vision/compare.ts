import { changedLines, differs, type LineChange } from './changed-lines.ts'
import type { VisionContent, VisionDraft } from './schemas.ts'

export const visionParts = [
  'statement',
  'goals',
  'districtExpectations',
  'partnerExpectations',
  'processes',
  'outcomes',
] as const
export type VisionPart = (typeof visionParts)[number]

const joined = (...texts: (string | null)[]): string => texts.filter(Boolean).join(' · ')

/** A part of the vision as lines people read. */
export const linesOf = (content: VisionContent, part: VisionPart): string[] => {
  if (part === 'statement') return content.statement.split(/\n+/).filter((line) => /\S/.test(line))
  if (part === 'goals') return content.goals.map(({ title, words }) => joined(title, words))
  if (part === 'outcomes')
    return content.outcomes.map(({ what, metricName, measure, target }) =>
      joined(what, metricName, measure, target),
    )
  return content[part]
}

export interface PartChange {
  readonly part: VisionPart
  readonly lines: readonly LineChange[]
}

/** What differs between two versions, part by part; parts that say the same are left out. */
export const compareVisions = (before: VisionContent, after: VisionContent): PartChange[] =>
  visionParts
    .map((part) => ({ part, lines: changedLines(linesOf(before, part), linesOf(after, part)) }))
    .filter(({ lines }) => differs(lines))

export const emptyVision: VisionDraft = {
  statement: '',
  goals: [],
  districtExpectations: [],
  partnerExpectations: [],
  processes: [],
  outcomes: [],
}

/** Whether anything is written at all. */
export const isWritten = (draft: VisionDraft): boolean =>
  JSON.stringify(draft) !== JSON.stringify(emptyVision) && visionParts.some((part) => draft[part].length > 0)

/** A draft says what a version says, whatever names its goals and metrics had at the time. */
export const saysTheSame = (draft: VisionDraft, version: VisionContent): boolean =>
  JSON.stringify([
    draft.statement,
    draft.goals.map(({ priorityId, words }) => [priorityId, words]),
    draft.districtExpectations,
    draft.partnerExpectations,
    draft.processes,
    draft.outcomes.map(({ what, metricId, measure, target }) => [what, metricId, measure, target]),
  ]) ===
  JSON.stringify([
    version.statement,
    version.goals.map(({ priorityId, words }) => [priorityId, words]),
    version.districtExpectations,
    version.partnerExpectations,
    version.processes,
    version.outcomes.map(({ what, metricId, measure, target }) => [what, metricId, measure, target]),
  ])
