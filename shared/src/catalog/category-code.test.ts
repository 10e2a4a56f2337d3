import { describe, expect, it } from 'vitest'
import { categoryCode } from './category-code.ts'

const none = new Set<string>()

describe('the code of a category', () => {
  it.each([
    ['Robotics clubs', 'robotics_clubs'],
    ['Niñez temprana / Early childhood', 'ninez_temprana_early_childhood'],
    ['3D printing', 'own_3d_printing'],
    ['工作坊', 'own'],
    ['A', 'own_a'],
    ['  --Safe   walk!! ', 'safe_walk'],
  ])('of %s is %s', (name, code) => expect(categoryCode(name, none)).toBe(code))

  it('never repeats one that is taken, and always fits the database', () => {
    expect(categoryCode('Food', new Set(['food']))).toBe('food_2')
    expect(categoryCode('Food', new Set(['food', 'food_2']))).toBe('food_3')
    const long = categoryCode('x'.repeat(120), new Set(['x'.repeat(36)]))
    expect(long).toMatch(/^[a-z][a-z0-9_]{1,40}$/)
  })
})
