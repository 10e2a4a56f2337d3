import { expect, it } from 'vitest'
import { matching } from './options.ts'

const schools = [
  { value: 'a', label: 'José Martí Elementary', hint: '410 students' },
  { value: 'b', label: 'Elm Street', group: 'Middle' },
]

it('finds names without their accents and by any of their words', () => {
  expect(matching(schools, 'jose elem').map(({ value }) => value)).toEqual(['a'])
  expect(matching(schools, 'middle elm').map(({ value }) => value)).toEqual(['b'])
  expect(matching(schools, ' ')).toHaveLength(2)
})
