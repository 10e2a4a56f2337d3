import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstCome, greedy } from '@common-table/shared/placement/in-turn'
import {
  breachesOf,
  valueOf,
  type Placement,
  type PlacementProblem,
} from '@common-table/shared/placement/problem'
import { realSize, sampleProblem, smallDistrict } from '@common-table/shared/placement/sample-problem'
import { solve } from './solve.ts'

const limits = { seconds: 20, gap: 1e-6 }

/** The most a plan can be worth, by trying every one. */
const best = (problem: PlacementProblem): number => {
  const { needs, services, candidates } = problem
  const left = needs.map(({ students }) => students)
  const room = services.map((service) => service.room)
  const used = needs.map(() => 0)
  const from = (at: number): number => {
    const candidate = candidates[at]
    if (!candidate) return 0
    const { need, service, most } = candidate
    let found = from(at + 1)
    if (needs[need]!.oneProvider && used[need]! > 0) return found
    for (let students = 1; students <= Math.min(most, left[need]!, room[service]!); students++) {
      left[need]! -= students
      room[service]! -= students
      used[need]! += 1
      found = Math.max(found, students * needs[need]!.weight + from(at + 1))
      used[need]! -= 1
      room[service]! += students
      left[need]! += students
    }
    return found
  }
  return from(0)
}

describe('a placement plan', () => {
  it(
    'is the best there is on small districts, within its proved bound and never worse than in turn',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const problem = smallDistrict(seed, 5, 3)
          fc.pre(problem.candidates.length <= 8)
          const { plan, value, bound, gap, proved } = await solve(problem, limits)
          expect(breachesOf(problem, plan)).toEqual([])
          expect(value).toBeCloseTo(valueOf(problem, plan), 6)
          expect(value).toBeCloseTo(best(problem), 6)
          expect(bound).toBeGreaterThanOrEqual(value - 1e-6)
          expect([proved, gap < 1e-5]).toEqual([true, true])
          for (const other of [
            greedy(problem),
            firstCome(
              problem,
              problem.needs.map(({ id }) => id),
            ),
          ])
            expect(value).toBeGreaterThanOrEqual(valueOf(problem, other as Placement[]) - 1e-6)
        }),
        { numRuns: 60 },
      )
    },
  )

  it(
    'of the largest district is proved within one percent inside a minute',
    { timeout: 120_000 },
    async () => {
      const problem = sampleProblem(2, realSize)
      expect(problem.candidates.length).toBeGreaterThan(19_000)
      const { plan, value, gap, seconds } = await solve(problem, { seconds: 50, gap: 0.005 })
      expect(breachesOf(problem, plan)).toEqual([])
      expect(gap).toBeLessThan(0.01)
      expect(seconds).toBeLessThan(60)
      expect(value).toBeGreaterThan(valueOf(problem, greedy(problem)))
    },
  )

  it('of nothing to place is empty and proved', async () => {
    expect(await solve({ needs: [], services: [], candidates: [] }, limits)).toMatchObject({
      plan: [],
      gap: 0,
      proved: true,
    })
  })
})
