import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { standingOf, type Target } from './targets.ts'

const up: Target = { baseline: 60, baselineOn: '2024-07-01', target: 80, dueOn: '2026-07-01' }
const down: Target = { baseline: 40, baselineOn: '2024-07-01', target: 20, dueOn: '2026-07-01' }
const goal: Target = { baseline: null, baselineOn: null, target: 90, dueOn: '2026-07-01' }

describe('where a figure stands against its target', () => {
  it.each<[string, Target, 'higher_is_better' | 'lower_is_better', number, string, string]>([
    ['reached early', up, 'higher_is_better', 80, '2024-10-01', 'met'],
    ['on the path', up, 'higher_is_better', 70, '2025-07-01', 'on_track'],
    ['a little behind', up, 'higher_is_better', 66, '2025-07-01', 'at_risk'],
    ['just within the tolerance', up, 'higher_is_better', 65, '2025-07-01', 'at_risk'],
    ['further behind', up, 'higher_is_better', 64, '2025-07-01', 'off_track'],
    ['nearly there but too late', up, 'higher_is_better', 79.9, '2026-07-02', 'off_track'],
    ['falling as it should', down, 'lower_is_better', 30, '2025-07-01', 'on_track'],
    ['falling too slowly', down, 'lower_is_better', 34, '2025-07-01', 'at_risk'],
    ['rising instead', down, 'lower_is_better', 45, '2025-07-01', 'off_track'],
    ['under the target is met when lower is better', down, 'lower_is_better', 12, '2025-07-01', 'met'],
    ['without a baseline the goal itself is expected', goal, 'higher_is_better', 80, '2025-07-01', 'at_risk'],
    ['far from a goal without a baseline', goal, 'higher_is_better', 40, '2025-07-01', 'off_track'],
    ['before the path starts the baseline is expected', up, 'higher_is_better', 60, '2024-01-01', 'on_track'],
  ])('%s', (_, target, direction, value, on, status) =>
    expect(standingOf(target, { value, on }, direction).status).toBe(status),
  )

  it('says what was expected, how far behind, and why in words', () => {
    const standing = standingOf(up, { value: 66, on: '2025-07-01' }, 'higher_is_better')
    expect(standing).toMatchObject({ expected: 70, behind: 4 })
    expect(standing.words.en).toBe('66 is behind the 70 expected on July 1, 2025 on the way to 80.')
    expect(standing.words.es).toContain('por detrás de los 70 esperados')
  })
  it('without a figure, or with a withheld one, there is no status to tell', () => {
    expect(standingOf(up, null, 'higher_is_better')).toMatchObject({
      status: 'no_data',
      expected: null,
      behind: null,
    })
  })
  it('a better figure never stands worse on the same day', () => {
    const order = ['off_track', 'at_risk', 'on_track', 'met']
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(900), (one, other, days) => {
        const on = addDays('2024-07-01', days)
        const place = (value: number) =>
          order.indexOf(standingOf(up, { value, on }, 'higher_is_better').status)
        expect(place(Math.max(one, other))).toBeGreaterThanOrEqual(place(Math.min(one, other)))
      }),
    )
  })
})
