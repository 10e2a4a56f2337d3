import { describe, expect, it } from 'vitest'
import { render } from '../../platform/testing.ts'
import ChartTable from './ChartTable.vue'
import { step } from './series.ts'

describe('walking a chart', () => {
  it('stops at both ends and goes round the series', () => {
    expect(step('ArrowRight', [0, 4], 2, 5)).toEqual([0, 4])
    expect(step('ArrowLeft', [0, 0], 2, 5)).toEqual([0, 0])
    expect(step('ArrowUp', [0, 1], 2, 5)).toEqual([1, 1])
    expect(step('ArrowDown', [1, 1], 2, 5)).toEqual([0, 1])
    expect(step('End', [1, 1], 2, 5)).toEqual([1, 4])
    expect(step('Tab', [1, 1], 2, 5)).toBeUndefined()
  })
})

it('says withheld, not zero, where few students stand behind a number', async () => {
  const content = {
    kind: 'line',
    labels: ['2025', '2026'],
    series: [{ name: 'Reading', points: ['withheld', 62] }],
    target: { label: 'Target', value: 75 },
    write: (value: number) => `${value}%`,
  }
  const page = await render(ChartTable, { props: { content, title: 'Reading', heading: 'Year' } })
  expect(page.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
    ['2025', 'withheld', '75%'],
    ['2026', '62%', '75%'],
  ])
})
