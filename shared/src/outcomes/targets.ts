import { daysBetween } from '../calendar/dates.ts'
import { writtenDay } from '../calendar/written-day.ts'
import type { InTwoLanguages } from '../vocabulary/terms.ts'
import type { Direction } from './metric.ts'

export const targetStatuses = ['met', 'on_track', 'at_risk', 'off_track', 'no_data'] as const
export type TargetStatus = (typeof targetStatuses)[number]

/** Where a metric stood, where it should stand, and by when. Without a baseline there is no path, only the goal. */
export type Target = {
  readonly baseline: number | null
  readonly baselineOn: string | null
  readonly target: number
  readonly dueOn: string
}

export type Standing = {
  readonly status: TargetStatus
  /** Where the straight path from baseline to target stands on the day of the figure. */
  readonly expected: number | null
  /** How far the figure falls short of that; negative when it is ahead. */
  readonly behind: number | null
  readonly words: InTwoLanguages
}

/** How much of the whole way a figure may lag and still be "at risk" rather than "off track". A district sets its own. */
export const DEFAULT_TOLERANCE = 0.25

const rounded = (value: number) => Math.round(value * 100) / 100

const expectedOn = ({ baseline, baselineOn, target, dueOn }: Target, day: string): number => {
  if (baseline === null || baselineOn === null) return target
  const whole = daysBetween(baselineOn, dueOn)
  const gone = whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(baselineOn, day) / whole))
  return baseline + (target - baseline) * gone
}

const say = (en: string, es: string): InTwoLanguages => ({ en, es })

/**
 * Where a figure stands on the straight path from baseline to target. Met: the target is reached. On track: not behind the
 * path on the day of the figure. At risk: behind by no more than the tolerance, a share of the whole way. Off track: further
 * behind, or the day has passed. A withheld figure is no data: its status would tell what the figure may not.
 */
export const standingOf = (
  goal: Target,
  latest: { readonly value: number; readonly on: string } | null,
  direction: Exclude<Direction, 'neutral'>,
  tolerance = DEFAULT_TOLERANCE,
): Standing => {
  if (latest === null) {
    const words = say('There is no figure yet.', 'Todavía no hay ningún dato.')
    return { status: 'no_data', expected: null, behind: null, words }
  }
  const { value, on } = latest
  const sign = direction === 'higher_is_better' ? 1 : -1
  const expected = rounded(expectedOn(goal, on))
  const behind = rounded(sign * (expectedOn(goal, on) - value))
  const facts = { expected, behind }
  const [valor, meta, esperado] = [value, goal.target, expected].map((figure) =>
    String(figure).replace('.', ','),
  )
  if (sign * (value - goal.target) >= 0) {
    const words = say(
      `${value} reaches the target of ${goal.target}.`,
      `${valor} alcanza la meta de ${meta}.`,
    )
    return { ...facts, status: 'met', words }
  }
  if (on > goal.dueOn) {
    const words = say(
      `${value} misses the target of ${goal.target}, due on ${writtenDay(goal.dueOn, 'en')}.`,
      `${valor} no alcanza la meta de ${meta}, fijada para el ${writtenDay(goal.dueOn, 'es')}.`,
    )
    return { ...facts, status: 'off_track', words }
  }
  const way = Math.abs(goal.target - (goal.baseline ?? goal.target)) || Math.abs(goal.target)
  const status = behind <= 0 ? 'on_track' : behind <= tolerance * way ? 'at_risk' : 'off_track'
  const [far, lejos] = behind <= 0 ? ['at least as far as', 'al menos en'] : ['behind', 'por detrás de']
  const words = say(
    `${value} is ${far} the ${expected} expected on ${writtenDay(on, 'en')} on the way to ${goal.target}.`,
    `${valor} está ${lejos} los ${esperado} esperados el ${writtenDay(on, 'es')} en el camino hacia ${meta}.`,
  )
  return { ...facts, status, words }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
