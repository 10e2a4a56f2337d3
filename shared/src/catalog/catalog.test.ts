import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barrierFamilies, barriers, barriersFor } from './barriers.ts'
import { capacityUnits, studentsServed } from './capacity-units.ts'
import { categoryGroups, pillars } from './category-groups.ts'
import { categories, categoryOf, findCategories } from './taxonomy.ts'
import { expectedStudents, tiers } from './tiers.ts'
import { missingWraparound, wraparoundParts } from './wraparound.ts'

const published = new URL('../../../../shared/data/openeligibility/taxonomy.csv', import.meta.url)

describe('the kinds of help', () => {
  it('are forty-six, each once, in ten groups that all have some', () => {
    expect(categories).toHaveLength(46)
    expect(new Set(categories.map(({ code }) => code)).size).toBe(46)
    for (const { code } of categoryGroups) expect(categories.some(({ group }) => group === code)).toBe(true)
    for (const { code } of pillars) expect(categories.some(({ pillar }) => pillar === code)).toBe(true)
  })
  it.each(categories.map((category) => [category.code, category] as const))(
    '%s is complete',
    (_, category) => {
      expect(category.name.en).not.toBe(category.name.es)
      expect(category.tiers.length).toBeGreaterThan(0)
      expect([...category.tiers]).toEqual([...category.tiers].sort())
      expect(category.synonyms.length).toBeGreaterThan(4)
      expect(capacityUnits.map(({ code }) => code)).toContain(category.unit)
      expect(category.airs).toMatch(/^[BDFHJLNPRTY]{1,2}$/)
    },
  )
  it('names only terms that Open Eligibility publishes, under the ids it gives them', () => {
    const terms = new Set(
      readFileSync(published, 'utf8')
        .split('\n')
        .map((line) => /^(\d+),"([^"]*)"/.exec(line))
        .map((match) => `${match?.[1]}|${match?.[2]}`),
    )
    expect(terms.size).toBeGreaterThan(280)
    for (const { openEligibility } of categories)
      for (const { id, title } of openEligibility) expect(terms).toContain(`${id}|${title}`)
  })
  it.each([
    ['tutor', 'ac_tutor'],
    ['Hambre', 'bn_food'],
    ['pasantias', 'cc_intern'],
    ['wifi', 'bn_internet'],
    ['desayu', 'bn_meals'],
    ['salud mental', 'bh_counsel'],
  ])('someone who types %j finds %s', (typed, code) =>
    expect(findCategories(typed).map((found) => found.code)).toContain(code),
  )
  it('a match by name comes before one by other words, and nothing finds nothing', () => {
    expect(findCategories('mentoring')[0]?.group).toBe('mentoring')
    expect(findCategories('  ')).toEqual([])
    expect(findCategories('zzz')).toEqual([])
    expect(categoryOf('no_such')).toBeUndefined()
  })
})

describe('tiers', () => {
  it.each([
    [1, 500, 450],
    [2, 500, 50],
    [3, 500, 15],
  ] as const)('tier %i of a school of %i is planned for %i students', (tier, enrollment, students) =>
    expect(expectedStudents(tier, enrollment)).toBe(students),
  )
  it('narrow as they deepen', () => {
    for (const at of [1, 2]) expect(tiers[at]!.share.high).toBeLessThanOrEqual(tiers[at - 1]!.share.low)
  })
})

describe('capacity in students', () => {
  it.each([
    [25, 'seats', 25],
    [12, 'hours_per_week', 8],
    [1, 'hours_per_week', 0],
    [10, 'families', 10],
    [40, 'visits_per_week', null],
  ] as const)('%i %s serve %s', (amount, unit, students) =>
    expect(studentsServed(amount, unit)).toBe(students),
  )
})

describe('why students miss school', () => {
  it('every barrier belongs to a family and is answered by some kind of help', () => {
    expect(new Set(barriers.map(({ family }) => family)).size).toBe(barrierFamilies.length)
    for (const { categories: answers } of barriers)
      for (const code of answers) expect(categoryOf(code)).toBeDefined()
    expect(barriersFor('bn_transport')).toEqual(['transport', 'safety_route'])
  })
})

describe('wraparound support', () => {
  it('names the parts a school lacks', () => {
    expect(missingWraparound([])).toHaveLength(wraparoundParts.length)
    expect(missingWraparound(['ph_dental', 'bn_meals', 'me_one'])).toEqual(['academic'])
    for (const { categories: answers } of wraparoundParts)
      for (const code of answers) expect(categoryOf(code)).toBeDefined()
  })
})
