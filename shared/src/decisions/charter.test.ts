import { expect, it } from 'vitest'
import { emptySeats, methodProblem, unheard, type Method } from './charter.ts'

const votes = (votesFor: number | null, votesAgainst = 0, votesAbstained = 0) => ({
  votesFor,
  votesAgainst,
  votesAbstained,
})

it.each<[Method, ReturnType<typeof votes>, ReturnType<typeof methodProblem>]>([
  ['consensus', votes(null), undefined],
  ['consensus', votes(6, 0, 2), undefined],
  ['consensus', votes(6, 1), 'blocked'],
  ['majority', votes(null), 'no-votes'],
  ['majority', votes(0), 'no-votes'],
  ['majority', votes(3, 3), 'too-few'],
  ['majority', votes(4, 3), undefined],
  ['majority', votes(3, 2, 1), 'too-few'],
  ['supermajority', votes(4, 2), undefined],
  ['supermajority', votes(5, 3), 'too-few'],
  ['unanimous', votes(5), undefined],
  ['unanimous', votes(5, 0, 1), 'too-few'],
  ['consultation', votes(null), undefined],
  ['delegated', votes(null), undefined],
])('by %s with %j: %s', (method, counted, problem) => {
  expect(methodProblem(method, counted)).toBe(problem)
})

it('a charter says where youth and families are not heard', () => {
  const [both, none] = [{ seats: ['chair', 'youth', 'family'] }, { seats: ['chair', 'family'] }]
  expect(unheard([both])).toEqual([])
  expect(unheard([both, none])).toEqual([{ seat: 'youth', lines: [none] }])
})

it('names the seats that are empty', () => {
  expect(emptySeats(['chair', 'youth'], ['chair', 'school'])).toEqual(['youth'])
})
