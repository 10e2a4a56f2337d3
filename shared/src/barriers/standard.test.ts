import { expect, it } from 'vitest'
import { mergeBarriers, standardBarriers } from './standard.ts'

it('a district’s own words stand in the place of the standard ones, and its own barriers behind them', () => {
  const changed = { ...standardBarriers[3]!, name: 'Empty stomachs' }
  const added = { ...standardBarriers[0]!, code: 'flooded_road', name: 'Flooded road' }
  const merged = mergeBarriers([added, changed])
  expect(merged[3]).toBe(changed)
  expect(merged.at(-1)).toBe(added)
  expect(merged).toHaveLength(standardBarriers.length + 1)
})
