import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { firstCome, greedy } from './in-turn.ts'
import { columnsOf, modelOf, planOf } from './model.ts'
import {
  breachesOf,
  misfitsOf,
  studentsOf,
  valueOf,
  type PlaceableNeed,
  type PlaceableService,
} from './problem.ts'
import { smallDistrict } from './sample-problem.ts'

const need: PlaceableNeed = {
  id: 'n',
  schoolId: 's',
  categoryId: 'food',
  tier: 1,
  students: 10,
  grades: [],
  languages: [],
  settings: [],
  at: { latitude: 40.7, longitude: -74 },
  weight: 3,
  oneProvider: false,
}
const service: PlaceableService = {
  id: 'p',
  categoryIds: ['food'],
  tier: 1,
  room: 5,
  grades: ['K', '1'],
  languages: ['es'],
  setting: 'after_school',
  places: [
    { latitude: 41, longitude: -74 },
    { latitude: 40.71, longitude: -74 },
  ],
  reachMetres: 2000,
}

test.each<[string, Partial<PlaceableNeed>, Partial<PlaceableService>, string[]]>([
  ['fits', {}, {}, []],
  ['another kind of help', { categoryId: 'legal' }, {}, ['category']],
  ['another tier', { tier: 3 }, {}, ['tier']],
  ['other grades', { grades: ['9'] }, {}, ['grades']],
  ['grades of which one is served', { grades: ['9', 'K'] }, {}, []],
  ['a language nobody there speaks', { languages: ['zh'] }, {}, ['language']],
  ['a setting the school cannot use', { settings: ['in_school'] }, {}, ['setting']],
  ['farther than it goes', {}, { reachMetres: 1000 }, ['distance']],
  ['a virtual service has no distance', {}, { reachMetres: 1000, setting: 'virtual' }, []],
  ['nowhere anybody knows', {}, { reachMetres: 1000, places: [] }, []],
  ['nothing left', {}, { room: 0 }, ['room']],
])('%s', (_, ofNeed, ofService, misfits) => {
  expect(misfitsOf({ ...need, ...ofNeed }, { ...service, ...ofService })).toEqual(misfits)
})

describe('placing in turn', () => {
  it('never breaks a limit, and never leaves room beside a need it could serve', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = smallDistrict(seed, 10, 8)
        const asked = problem.needs.map((_, at) => `2026-01-${String(28 - at).padStart(2, '0')}`)
        for (const plan of [greedy(problem), firstCome(problem, asked)]) {
          expect(breachesOf(problem, plan)).toEqual([])
          const left = problem.services.map(({ room }) => room)
          const unmet = problem.needs.map(({ students }) => students)
          const served = new Set<number>()
          for (const { candidate, students } of plan) {
            left[problem.candidates[candidate]!.service]! -= students
            unmet[problem.candidates[candidate]!.need]! -= students
            served.add(problem.candidates[candidate]!.need)
          }
          for (const { need: at, service: by } of problem.candidates)
            if (!(problem.needs[at]!.oneProvider && served.has(at)))
              expect(Math.min(left[by]!, unmet[at]!)).toBe(0)
        }
      }),
    )
  })

  it('serves whoever asked first, from the nearest', () => {
    const needs = [
      { ...need, id: 'late', students: 5, weight: 5 },
      { ...need, id: 'early', students: 5, weight: 1 },
    ]
    const candidates = [0, 1].map((at) => ({ need: at, service: 0, most: 5, metres: 1 }))
    const problem = { needs, services: [service], candidates }
    expect(firstCome(problem, ['2026-02-01', '2026-01-01'])).toEqual([{ candidate: 1, students: 5 }])
    expect(greedy(problem)).toEqual([{ candidate: 0, students: 5 }])
    expect([valueOf(problem, greedy(problem)), studentsOf(greedy(problem))]).toEqual([25, 5])
  })
})

describe('a plan that cannot be carried out', () => {
  const problem = {
    needs: [{ ...need, oneProvider: true }],
    services: [service, { ...service, id: 'q' }],
    candidates: [0, 1].map((at) => ({ need: 0, service: at, most: 5, metres: null })),
  }
  test.each([
    [[{ candidate: 0, students: 6 }], ['beyond_candidate', 'beyond_room']],
    [[0, 1].map((candidate) => ({ candidate, students: 2 })), ['divided_group']],
    [[{ candidate: 0, students: 1.5 }], ['not_whole']],
    [
      [0, 0, 1].map((candidate) => ({ candidate, students: 4 })),
      ['beyond_need', 'beyond_room', 'divided_group'],
    ],
  ])('%j', (plan, breaches) => {
    expect(breachesOf(problem, plan)).toEqual(breaches)
  })
})

describe('the model handed to a solver', () => {
  it('holds a plan exactly when the plan breaks no limit, and gives it back whole', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat({ max: 6 }), { maxLength: 24 }), (seed, drawn) => {
        const problem = smallDistrict(seed)
        const plan = problem.candidates
          .map((_, candidate) => ({ candidate, students: drawn[candidate] ?? 0 }))
          .filter(({ students }) => students > 0)
        const model = modelOf(problem)
        const columns = columnsOf(model, plan)
        const within = columns.every((value, at) => value <= model.columnUpper[at]!)
        const rows = Array.from(model.rowUpper, (upper, row) => {
          let sum = 0
          for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++)
            sum += model.values[at]! * columns[model.columns[at]!]!
          return sum <= upper
        })
        expect(within && rows.every(Boolean)).toBe(breachesOf(problem, plan).length === 0)
        expect(planOf(model, columns)).toEqual(plan)
        expect(columns.reduce((sum, value, at) => sum + value * model.cost[at]!, 0)).toBeCloseTo(
          valueOf(problem, plan),
        )
      }),
    )
  })
})
