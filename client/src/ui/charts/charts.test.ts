import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../platform/downloads.ts'
import { render } from '../../platform/testing.ts'
import { rowsOf, type TableWords } from './chart-table.ts'
import ChartTable from './ChartTable.vue'
import { labelLines } from './label-lines.ts'
import { lightPalette } from './palette.ts'
import { marks, reachOf, step, type ChartContent } from './series.ts'
import { walkTo } from './use-chart-walk.ts'

const words: TableWords = {
  withheld: 'withheld',
  low: (name) => `${name}, at least`,
  high: (name) => `${name}, at most`,
  series: 'Series',
}
const write = (value: number) => `${value}%`

describe('walking a chart', () => {
  it('stops at both ends and goes round the series', () => {
    expect(step('ArrowRight', [0, 4], 2, 5)).toEqual([0, 4])
    expect(step('ArrowLeft', [0, 0], 2, 5)).toEqual([0, 0])
    expect(step('ArrowUp', [0, 1], 2, 5)).toEqual([1, 1])
    expect(step('ArrowDown', [1, 1], 2, 5)).toEqual([0, 1])
    expect(step('End', [1, 1], 2, 5)).toEqual([1, 4])
    expect(step('Tab', [1, 1], 2, 5)).toBeUndefined()
  })

  it('leads through a cloud to the nearest mark in the direction of the key, across series', () => {
    const cloud: ChartContent = {
      kind: 'scatter',
      labels: ['A', 'B', 'C', 'hidden'],
      series: [
        { name: 'High need', points: [10, null, 90, 'withheld'] },
        { name: 'Low need', points: [null, 50, null, null] },
      ],
      across: { name: 'Absence', at: [0, 50, 100, 60], write },
      write,
    }
    expect(walkTo(cloud, [-1, -1], 'ArrowRight')).toEqual([0, 0])
    expect(walkTo(cloud, [0, 0], 'ArrowRight')).toEqual([1, 1])
    expect(walkTo(cloud, [1, 1], 'ArrowUp')).toEqual([0, 2])
    expect(walkTo(cloud, [0, 2], 'ArrowRight')).toEqual([0, 2])
    expect(walkTo(cloud, [1, 1], 'End')).toEqual([0, 2])
    expect(walkTo(cloud, [1, 1], 'Tab')).toBeUndefined()
  })
})

describe('the table under a chart', () => {
  const content: ChartContent = {
    kind: 'line',
    labels: ['2024', '2025', '2026'],
    series: [
      {
        name: 'Reading',
        points: ['withheld', 62, { low: 90, high: 100, words: '>90%' }],
        spread: [null, { low: 58, high: 66 }, null],
      },
    ],
    target: { label: 'Target', value: 75 },
    write,
  }

  it('says withheld, not zero, where few students stand behind a number, and writes limits where they are known', async () => {
    const page = await render(ChartTable, { props: { content, title: 'Reading', heading: 'Year', words } })
    expect(page.findAll('tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
      ['Year', 'Reading', 'Reading, at least', 'Reading, at most', 'Target'],
      ['2024', 'withheld', '–', '–', '75%'],
      ['2025', '62%', '58%', '66%', '75%'],
      ['2026', '>90%', '–', '–', '75%'],
    ])
  })

  it('goes into a file with plain numbers and the same words', () => {
    expect(
      csvOf(rowsOf('Year', content, words))
        .split('\r\n')
        .slice(1, 4),
    ).toEqual(['2024,withheld,,,75', '2025,62,58,66,75', '2026,>90%,,,75'])
  })

  it('of a scatter names both numbers of each mark and its series', () => {
    const cloud: ChartContent = {
      kind: 'scatter',
      labels: ['Lincoln', 'Grant'],
      series: [
        { name: 'High need', points: [10, null] },
        { name: 'Low need', points: [null, 50] },
      ],
      across: { name: 'Absence', at: [30, 20], write },
      measure: 'Graduation',
      write,
    }
    expect(rowsOf('School', cloud, words)).toEqual([
      ['School', 'Absence', 'Graduation', 'Series'],
      ['Lincoln', 30, 10, 'High need'],
      ['Grant', 20, 50, 'Low need'],
    ])
  })

  it('the axis reaches the target and the limits of what is not shown', () => {
    expect(reachOf(content)).toEqual([75, 90, 100, 58, 66])
  })
})

describe('series', () => {
  it('are told apart by dash, marker and filling, each of its own', () => {
    for (const of of [
      marks.map(({ dash }) => dash.join()),
      marks.map(({ point }) => point),
      marks.map(({ fill }) => fill),
    ])
      expect(new Set(of).size).toBe(6)
  })

  it('have the colours of the light theme in a picture; contrast.test.ts holds those apart', () => {
    const sheet = readFileSync(join(import.meta.dirname, '..', 'tokens.css'), 'utf8')
    const light = sheet.slice(0, sheet.indexOf('.dark {'))
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1]
    expect(lightPalette).toEqual({
      surface: token('surface'),
      text: token('text'),
      muted: token('muted'),
      border: token('border'),
      ground: token('bg'),
      series: [1, 2, 3, 4, 5, 6].map((n) => token(`c${n}`)),
    })
  })
})

it('writes a long label in lines, whole', () => {
  const label = 'Internship and externship seats meet demand'
  expect(labelLines(label)).toEqual(['Internship and', 'externship seats meet', 'demand'])
  expect(labelLines('Attendance rate')).toEqual(['Attendance rate'])
})
