import { expect, test } from 'vitest'
import { needPriority, type PriorityFacts } from './need-priority.ts'

const facts: PriorityFacts = {
  severity: 4,
  studentsAffected: 100,
  enrollment: 400,
  unmetShare: 0.5,
  tier: 'highest',
}

test.each<[string, Partial<PriorityFacts>, number]>([
  ['severity × unmet × equity × reach', {}, 4 * 0.5 * 1.5 * 0.25],
  ['a need that is met weighs nothing', { unmetShare: 0 }, 0],
  ['the lowest tier weighs once', { tier: 'lowest' }, 4 * 0.5 * 1 * 0.25],
  ['a school without an index weighs once', { tier: null }, 4 * 0.5 * 1 * 0.25],
  ['three students still count', { studentsAffected: 3 }, 4 * 0.5 * 1.5 * 0.05],
  ['nobody counts beyond the school', { studentsAffected: 4000 }, 4 * 0.5 * 1.5 * 1],
  ['a school of unknown size is reached whole', { enrollment: null }, 4 * 0.5 * 1.5 * 1],
])('%s', (_, change, score) => {
  expect(needPriority({ ...facts, ...change }).score).toBeCloseTo(score, 12)
})

test('says when the floor stood in', () => {
  expect(needPriority({ ...facts, studentsAffected: 3 })).toMatchObject({ floored: true, reach: 0.05 })
})
