import { expect, test } from 'vitest'
import {
  levelsOfGrades,
  parseDesignations,
  soundsLikeSchool,
  withoutDesignation,
  type Level,
} from './designation.ts'

test.each<[string, number[], Level[], string]>([
  ['PS 15', [15], ['elementary'], ''],
  ['P.S. 015', [15], ['elementary'], ''],
  ['PS/IS 123', [123], ['elementary', 'middle'], ''],
  ['P.S. /I.S.298 Harbor', [298], ['elementary', 'middle'], ''],
  ['P/IS 218', [218], ['elementary', 'middle'], ''],
  ['I S 051', [51], ['middle'], ''],
  ['I.S. 049', [49], ['middle'], ''],
  ['JHS 80', [80], ['middle'], ''],
  ['J.H.S. 126 Marsh', [126], ['middle'], ''],
  ['MS 22', [22], ['middle'], ''],
  ['MS. 035', [35], ['middle'], ''],
  ['C.E.S./C.I.S. 218', [218], ['elementary', 'middle'], ''],
  ['H.S. 505', [505], ['high'], ''],
  ['Harbor Academy (MS/HS 141)', [141], ['middle', 'high'], ''],
  ['Intermediate School 217 - Ana Reyes School', [217], ['middle'], ''],
  ['Junior High School 136', [136], ['middle'], ''],
  ['Public School 5', [5], ['elementary'], ''],
  ['School No. 14', [14], ['elementary'], ''],
  ['PS 1X', [1], ['elementary'], 'x'],
  ['P.S. M226', [226], ['elementary'], 'm'],
  ['I.S 286 M', [286], ['middle'], 'm'],
  ['PS 20 @ Harbor House', [20], ['elementary'], ''],
  ['Homework Club @ PS 18 Beacon', [18], ['elementary'], ''],
  ['PS 198/77', [198, 77], ['elementary'], ''],
  ['PS 57 Annex', [57], ['elementary'], ''],
])('%s speaks of school %j', (name, numbers, levels, letter) => {
  expect(parseDesignations(name)[0]).toEqual({ numbers, levels, letter })
})

test.each([
  'Building T 149',
  'H.S. for Marine Trades',
  'Bay House 12',
  '1474 Gates Avenue',
  'Class 2015',
  '',
])('%j speaks of no numbered school', (name) => {
  expect(parseDesignations(name)).toEqual([])
})

test('what a name says beside its number', () => {
  expect(withoutDesignation('P.S. 015 Ana Reyes')).toBe('ana reyes')
  expect(soundsLikeSchool('Harbor HS')).toBe(true)
  expect(soundsLikeSchool('Marsh Charter Academy')).toBe(true)
  expect(soundsLikeSchool('Harbor Community Center')).toBe(false)
})

test('grades say which levels a school has', () => {
  expect(levelsOfGrades(['PK', '0K', '01', '05'])).toEqual(['elementary'])
  expect(levelsOfGrades(['06', '7', '12'])).toEqual(['middle', 'high'])
})
