import { describe, expect, it } from 'vitest'
import { changedFields } from './changed-fields.ts'

const before = {
  name: 'Lincoln',
  area: 'North',
  website: 'https://a.example' as string | null,
  grades: ['K'],
  size: 3,
}
const blanks = { area: '', website: null, grades: [] as string[] }
const fields = ['name', 'area', 'website', 'grades'] as const

describe('what a form changed', () => {
  it('is nothing when nothing changed', () => {
    expect(changedFields(before, { ...before, grades: ['K'] }, blanks, fields)).toEqual({})
  })
  it('is what differs, and what was emptied', () => {
    expect(changedFields(before, { name: 'Lincoln High', area: 'North' }, blanks, fields)).toEqual({
      name: 'Lincoln High',
      website: null,
      grades: [],
    })
  })
  it('never holds a field that has no empty value, nor one the form does not speak of', () => {
    expect(changedFields(before, { size: 9, ...blanks }, blanks, fields)).not.toHaveProperty('name')
    expect(changedFields(before, { ...before, size: 9 }, blanks, fields)).toEqual({})
  })
})
