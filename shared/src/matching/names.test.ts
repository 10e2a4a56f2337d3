import { expect, test } from 'vitest'
import { normaliseOrganizationName } from './names.ts'
import { trigramSimilarity } from './trigrams.ts'

test.each([
  ['The Riverbend Society, Inc.', 'riverbend society'],
  ['RIVERBEND SOCIETY', 'riverbend society'],
  ['Riverbend  Society ', 'riverbend society'],
  ['Arts & Crafts L.L.C.', 'arts and crafts'],
  ['Arts and Crafts', 'arts and crafts'],
  ["Children's Workshop", 'childrens workshop'],
  ['Children’s Workshop Ltd', 'childrens workshop'],
  ['Peña Cultural Center', 'pena cultural center'],
  ['Y.M.C.A. of Riverbend', 'ymca of riverbend'],
  ['Bay Athletic League (BAL)', 'bay athletic league'],
  ['Arab-American Center', 'arab american center'],
  ['Mercy House (Brooklyn)', 'mercy house brooklyn'],
  ['Foundation, The', 'foundation'],
  ['Inc.', 'inc'],
  ['The', 'the'],
  ['   ', ''],
])('%j is known as %j', (written, key) => {
  expect(normaliseOrganizationName(written)).toBe(key)
})

test('similarity is that of pg_trgm', () => {
  expect(trigramSimilarity('word', 'two words')).toBeCloseTo(4 / 11, 6)
  expect(trigramSimilarity('Harbor', 'harbor')).toBe(1)
  expect(trigramSimilarity('', 'harbor')).toBe(0)
})
