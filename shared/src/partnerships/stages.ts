import { changeReasons, exitReasons } from '../vocabulary/reasons.ts'
import { codesOf } from '../vocabulary/terms.ts'
import type { Stage, StageReason } from './schemas.ts'

/**
 * A partnership's life (domain B3): exploring → forming → active → expanding → renewing → paused → ended. The server
 * refuses any other step; the client offers no button for one. An ended partnership can be taken up again by exploring.
 */
const next: Readonly<Record<Stage, readonly Stage[]>> = {
  exploring: ['forming', 'active', 'paused', 'ended'],
  forming: ['exploring', 'active', 'paused', 'ended'],
  active: ['expanding', 'renewing', 'paused', 'ended'],
  expanding: ['active', 'renewing', 'paused', 'ended'],
  renewing: ['active', 'expanding', 'paused', 'ended'],
  paused: ['exploring', 'forming', 'active', 'ended'],
  ended: ['exploring'],
}

export const stages = Object.keys(next) as Stage[]

export const nextStages = (from: Stage): readonly Stage[] => next[from]

export const mayBecome = (from: Stage, to: Stage): boolean => next[from].includes(to)

/** The reasons a step may have; an empty list asks for none. Pausing and ending are never without one. */
export const reasonsFor = (to: Stage): readonly StageReason[] =>
  to === 'ended'
    ? [...codesOf(exitReasons), ...codesOf(changeReasons)]
    : to === 'paused'
      ? codesOf(changeReasons)
      : []

/** In these stages a partnership counts as help that is there (domain 5.2: an agreement or informal partnership in force). */
export const stagesInForce: readonly Stage[] = ['active', 'expanding', 'renewing']

/** The scope that fits the number of schools; a district-wide partnership may name schools as well. */
export const scopeProblem = (scope: string, schoolCount: number): string | undefined => {
  if (scope === 'one_school' && schoolCount !== 1) return 'A one-school partnership names exactly one school.'
  if (scope === 'several_schools' && schoolCount < 2)
    return 'A partnership with several schools names at least two.'
  return undefined
}
