import { describe, expect, it } from 'vitest'
import { formatsFor } from './formats.ts'

const [en, es] = [formatsFor('en'), formatsFor('es')]
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formats', () => {
  it('writes numbers, shares and money as the language does', () => {
    expect(en.number(12480)).toBe('12,480')
    expect(es.number(12480)).toBe('12.480')
    expect(en.percent(0.425, 1)).toBe('42.5%')
    expect(plain(es.percent(0.42))).toBe('42 %')
    expect(en.money(150000)).toBe('$1,500')
    expect(en.money(150050)).toBe('$1,500.50')
  })
  it('keeps a date-only day that day in every time zone', () => {
    expect(en.day('2026-03-01')).toBe('Mar 1, 2026')
    expect(es.day('2026-03-01', 'long')).toBe('1 de marzo de 2026')
  })
  it('tells how long ago', () => {
    const now = new Date('2026-11-21T12:00:00Z')
    expect(en.ago('2026-11-21T11:59:40Z', now)).toBe('20 seconds ago')
    expect(en.ago('2026-11-20T12:00:00Z', now)).toBe('yesterday')
    expect(en.ago('2026-11-20', now)).toBe('yesterday')
    expect(es.ago('2027-01-21T12:00:00Z', now)).toBe('dentro de 2 meses')
  })
  it('sorts names as people do', () => {
    expect(['School 10', 'école', 'School 9', 'Eaton'].sort(en.compare)).toEqual([
      'Eaton',
      'école',
      'School 9',
      'School 10',
    ])
  })
})
