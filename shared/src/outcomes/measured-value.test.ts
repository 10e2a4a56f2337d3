import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalSignOf, readLabelled, readMeasured, type Measured, type Unit } from './measured-value.ts'

const number = (value: number, percentSign = false): Measured => ({ kind: 'number', value, percentSign })
const above = (
  value: number,
  unit: 'percent' | 'people' | 'points' = 'percent',
  inclusive?: true,
): Measured => ({
  kind: 'bounded',
  bound: { kind: 'above', value, unit, ...(inclusive ? { inclusive } : {}) },
})
const below = (
  value: number,
  unit: 'percent' | 'people' | 'points' = 'percent',
  inclusive?: true,
): Measured => ({
  kind: 'bounded',
  bound: { kind: 'below', value, unit, ...(inclusive ? { inclusive } : {}) },
})
const refused = (reason: string) => ({ kind: 'refused', reason })

describe('a figure as a source prints it', () => {
  it.each<[string, Unit, unknown]>([
    ['47.0', 'count', number(47)],
    [' 47 ', 'count', number(47)],
    ['1,234', 'count', number(1234)],
    ['1,234,567.0', 'count', number(1_234_567)],
    ['47.5', 'count', refused('not_whole')],
    ['-3', 'count', refused('negative')],
    ['12%', 'count', refused('percent_of_count')],
    ['0', 'count', number(0)],
    ['24.48', 'percent', number(24.48)],
    ['24.5%', 'percent', number(24.5, true)],
    ['24.5 %', 'percent', number(24.5, true)],
    ['.5', 'percent', number(0.5)],
    ['1E2', 'percent', number(100)],
    ['0.22797927263898496', 'percent', number(0.22797927263898496)],
    ['240', 'percent', refused('over_100')],
    ['-1', 'percent', refused('negative')],
    ['-1.2', 'score', number(-1.2)],
    ['610.3', 'score', number(610.3)],
    ['24,48', 'percent', refused('decimal_comma')],
    ['Good', 'percent', refused('not_a_number')],
    ['24.5% of students', 'percent', refused('not_a_number')],
    ['1,23,4', 'count', refused('not_a_number')],
    ['Above 95%', 'percent', above(95)],
    ['Above 95%', 'count', above(95)],
    ['>95', 'percent', above(95)],
    ['>=95', 'percent', above(95, 'percent', true)],
    ['≥ 95%', 'percent', above(95, 'percent', true)],
    ['95+', 'percent', above(95, 'percent', true)],
    ['<5%', 'percent', below(5)],
    ['< 10', 'count', below(10, 'people')],
    ['fewer than 10', 'count', below(10, 'people')],
    ['<=5', 'percent', below(5, 'percent', true)],
    ['Menos de 5 %', 'percent', below(5)],
    ['above average', 'percent', refused('not_a_number')],
    ['s', 'percent', { kind: 'suppressed', mark: 's' }],
    ['R', 'count', { kind: 'suppressed', mark: 'R' }],
    ['*', 'count', { kind: 'suppressed', mark: '*' }],
    ['Data suppressed', 'percent', { kind: 'suppressed', mark: 'Data suppressed' }],
    ['n<10', 'percent', { kind: 'suppressed', mark: 'n<10' }],
    ['N < 20', 'percent', { kind: 'suppressed', mark: 'N < 20' }],
    ['', 'percent', { kind: 'missing' }],
    ['\u00a0', 'percent', { kind: 'missing' }],
    ['NA', 'percent', { kind: 'missing' }],
    ['#N/A', 'count', { kind: 'missing' }],
    ['Data not available', 'percent', { kind: 'missing' }],
    ['Rating not available', 'percent', { kind: 'missing' }],
  ])('%j as a %s', (printed, unit, expected) => expect(readMeasured(printed, unit)).toEqual(expected))

  it('reads a decimal comma only where the column is known to use one', () => {
    expect(decimalSignOf(['24,48', '3', '1.234,5'])).toBe('comma')
    expect(decimalSignOf(['24,48', '3.5'])).toBe('point')
    expect(decimalSignOf(['1,234', '22,500'])).toBe('point')
    expect(readMeasured('24,48', 'percent', 'comma')).toEqual(number(24.48))
    expect(readMeasured('1.234,5', 'score', 'comma')).toEqual(number(1234.5))
  })

  it('lets the label beside a blank say why it is blank, and nothing else', () => {
    expect(readLabelled('', 'Data suppressed', 'percent').kind).toBe('suppressed')
    expect(readLabelled('', 'Data not available', 'percent').kind).toBe('missing')
    expect(readLabelled('', '24.5% of students chronically absent', 'percent').kind).toBe('missing')
    expect(readLabelled('24.48', 'Data suppressed', 'percent')).toEqual(number(24.48))
  })

  it('reads back every count and never invents one', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), (value) => {
        for (const text of [`${value}`, `${value}.0`, value.toLocaleString('en-US')])
          expect(readMeasured(text, 'count')).toEqual(number(value))
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readMeasured(text, 'count')
        if (read.kind === 'number') expect(text).toMatch(/\d/)
      }),
    )
  })
})
