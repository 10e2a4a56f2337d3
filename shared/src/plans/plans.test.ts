import { expect, it } from 'vitest'
import { isOverdue } from './vocabulary.ts'

it.each([
  ['2026-11-21', 'planned', true],
  ['2026-11-21', 'under_way', true],
  ['2026-11-22', 'planned', false],
  ['2026-11-21', 'done', false],
  ['2026-11-21', 'dropped', false],
  [null, 'planned', false],
] as const)('a prong due %s that is %s is overdue on 22 November: %s', (dueOn, status, overdue) =>
  expect(isOverdue({ dueOn, status }, '2026-11-22')).toBe(overdue),
)
