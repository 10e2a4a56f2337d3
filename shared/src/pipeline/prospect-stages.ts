import type { ProspectStage } from './vocabulary.ts'

/**
 * Where a prospect can go from where it is. Talks begin and stop in any order, so every live stage leads to every other;
 * `joined` comes with the partnership alone, and a prospect let go can be taken up again.
 */
const live = ['identified', 'contacted', 'talking', 'willing'] as const satisfies readonly ProspectStage[]

export const liveProspectStages: readonly ProspectStage[] = live

export const isLive = (stage: ProspectStage): boolean => liveProspectStages.includes(stage)

/** The stages a person can choose next. */
export const nextProspectStages = (from: ProspectStage): ProspectStage[] => {
  if (from === 'joined') return []
  if (from === 'declined') return ['identified']
  return [...live.filter((stage) => stage !== from), 'declined']
}

export const prospectMayBecome = (from: ProspectStage, to: ProspectStage): boolean =>
  nextProspectStages(from).includes(to)
