import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { refusesRow, RowProblem, rowProblem, truncated } from './problems.ts'

test('a problem carries its place and a short value', () => {
  const problem = rowProblem('not_a_date', { row: 7, column: 'Start', value: 'x'.repeat(500) })
  expect(Value.Check(RowProblem, problem)).toBe(true)
  expect(problem.value).toHaveLength(80)
  expect(refusesRow(problem)).toBe(true)
  expect(refusesRow(rowProblem('spreadsheet_date', { row: 1 }))).toBe(false)
})

test('no character is cut in half', () => {
  expect(truncated('🌊'.repeat(100))).toBe(`${'🌊'.repeat(79)}…`)
  expect(truncated('short')).toBe('short')
})
