import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { targetStatuses } from '../outcomes/targets.ts'
import { countStatuses, rollUp } from './roll-up.ts'

describe('where a branch of the goal tree stands', () => {
  it.each([
    [[], 'no_data'],
    [['no_data', 'no_data'], 'no_data'],
    [['met', 'met'], 'met'],
    [['met', 'on_track', 'no_data'], 'on_track'],
    [['met', 'at_risk', 'on_track'], 'at_risk'],
    [['met', 'at_risk', 'off_track', 'no_data'], 'off_track'],
  ] as const)('%j is %s', (parts, status) => expect(rollUp(parts)).toBe(status))

  it('is the same however its parts are gathered into branches, and counts every part', () => {
    const statuses = fc.array(fc.constantFrom(...targetStatuses))
    fc.assert(
      fc.property(statuses, statuses, (one, other) => {
        expect(rollUp([rollUp(one), rollUp(other)])).toBe(rollUp([...one, ...other]))
        expect(Object.values(countStatuses(one)).reduce((all, n) => all + n, 0)).toBe(one.length)
      }),
    )
  })
})
