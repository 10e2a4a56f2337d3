import { describe, expect, it } from 'vitest'
import { mayBecome, nextStages, reasonsFor, scopeProblem, stages, stagesInForce } from './stages.ts'

describe('the life of a partnership', () => {
  it.each([
    ['exploring', 'forming', true],
    ['forming', 'active', true],
    ['active', 'expanding', true],
    ['expanding', 'renewing', true],
    ['renewing', 'active', true],
    ['active', 'paused', true],
    ['paused', 'active', true],
    ['active', 'ended', true],
    ['ended', 'active', false],
    ['ended', 'exploring', true],
    ['active', 'exploring', false],
    ['active', 'active', false],
  ] as const)('%s may become %s: %s', (from, to, may) => {
    expect(mayBecome(from, to)).toBe(may)
  })

  it('can always go on, and can be ended from every stage but the end', () => {
    for (const stage of stages) expect(nextStages(stage).length).toBeGreaterThan(0)
    expect(stages.filter((stage) => mayBecome(stage, 'ended'))).toHaveLength(stages.length - 1)
  })

  it('asks why it pauses or ends, and only then', () => {
    expect(stages.filter((stage) => reasonsFor(stage).length > 0)).toEqual(['paused', 'ended'])
    expect(reasonsFor('ended')).toContain('need_met')
    expect(reasonsFor('paused')).not.toContain('need_met')
  })

  it('counts as help from active to renewing', () => {
    expect(stagesInForce).toEqual(['active', 'expanding', 'renewing'])
  })
})

describe('scope', () => {
  it.each([
    ['one_school', 1, undefined],
    ['one_school', 2, 'A one-school partnership names exactly one school.'],
    ['several_schools', 1, 'A partnership with several schools names at least two.'],
    ['district', 0, undefined],
    ['district', 12, undefined],
  ])('%s with %i schools: %s', (scope, schools, problem) => {
    expect(scopeProblem(scope, schools)).toBe(problem)
  })
})
