import { describe, expect, it } from 'vitest'
import { balanceOf, differenceInDifferences } from './difference.ts'
import { seededChance } from './seeded-chance.ts'
import { matchSchools, type ComparedSchool } from './match.ts'

const normal = (chance: () => number) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/**
 * A district in which need decides who is served, and every school falls back towards the middle by itself: what a plain
 * before and after takes for an effect. The planted one comes on top.
 */
const simulated = (seed: number, effect: number, served: number, unserved: number) => {
  const chance = seededChance(String(seed))
  const schools = Array.from({ length: served + unserved }, (_, at) => {
    const lasting = 25 + 6 * normal(chance)
    const before = lasting + 2 * normal(chance)
    return { at, before, lasting, need: before + 8 * normal(chance) }
  }).sort((a, b) => b.need - a.need)
  const compared = schools.map(({ at, before, lasting }, rank): ComparedSchool => {
    const after = lasting - 1 + 2 * normal(chance) + (rank < served ? effect : 0)
    return {
      id: String(at).padStart(3, '0'),
      level: at % 2 ? 'high' : 'elementary',
      tier: null,
      before,
      after,
    }
  })
  return { served: compared.slice(0, served), unserved: compared.slice(served), chance }
}

const run = (seed: number, effect: number, served = 12, unserved = 60) => {
  const world = simulated(seed, effect, served, unserved)
  const { sets } = matchSchools(world.served, world.unserved)
  return differenceInDifferences(sets, world.chance)
}

describe('the comparison with similar schools', { timeout: 60_000 }, () => {
  it('recovers a planted effect, and covers it as often as it says', () => {
    const runs = Array.from({ length: 400 }, (_, at) => run(at + 1, -4))
    const mean = runs.reduce((sum, { estimate }) => sum + estimate, 0) / runs.length
    expect(mean).toBeGreaterThan(-4.35)
    expect(mean).toBeLessThan(-3.65)
    const covered = runs.filter(({ low, high }) => low <= -4 && high >= -4).length / runs.length
    expect(covered).toBeGreaterThan(0.92)
    expect(covered).toBeLessThan(0.985)
  })

  it.each([
    [12, 60, 0.985],
    // With few sets the interval is rather too long than too short.
    [6, 30, 0.996],
  ])(
    'without an effect covers zero at the nominal rate, with %i served schools too',
    (served, unserved, most) => {
      const runs = Array.from({ length: 600 }, (_, at) => run(at + 5000, 0, served, unserved)).filter(
        ({ sets }) => sets >= 5,
      )
      const covered = runs.filter(({ low, high }) => low <= 0 && high >= 0).length / runs.length
      expect(covered).toBeGreaterThan(0.925)
      expect(covered).toBeLessThan(most)
      // The plain before and after of the same schools finds an effect that is not there.
      const beforeAfter = runs.reduce((sum, { servedChange }) => sum + servedChange, 0) / runs.length
      expect(beforeAfter).toBeLessThan(-1)
    },
  )

  it('is the same whenever the same chance is given', () => {
    expect(run(3, -2)).toEqual(run(3, -2))
  })
})

const school = (id: string, before: number, more: Partial<ComparedSchool> = {}): ComparedSchool => ({
  id,
  level: 'high',
  tier: 2,
  before,
  after: before,
  ...more,
})

describe('similar schools', () => {
  it('have the same level, a tier at most one apart and a near baseline, and each stands beside one only', () => {
    const served = [school('a', 20), school('b', 21), school('c', 40)]
    const unserved = [
      school('d', 20.5),
      school('e', 20, { level: 'middle' }),
      school('f', 20, { tier: 4 }),
      school('g', 22, { tier: 3 }),
      school('h', 21.5, { tier: null }),
      school('i', 60),
    ]
    const { sets, alone } = matchSchools(served, unserved)
    expect(sets.map(({ served, like }) => [served.id, like.map(({ id }) => id)])).toEqual([
      ['a', ['d', 'g']],
      ['b', ['h']],
    ])
    expect(alone.map(({ id }) => id)).toEqual(['c'])
  })

  it('are told apart from unlike ones by the balance of both sides', () => {
    const alike = [10, 20, 30].map((at) => ({
      served: school(`s${at}`, at),
      like: [school(`u${at}`, at + 0.5)],
    }))
    expect(balanceOf(alike)).toMatchObject([
      { trait: 'before', balanced: true },
      { trait: 'tier', apart: 0 },
    ])
    const unlike = alike.map(({ served, like }) => ({
      served,
      like: like.map((one) => ({ ...one, before: one.before + 9 })),
    }))
    expect(balanceOf(unlike)[0]).toMatchObject({ balanced: false })
  })
})
