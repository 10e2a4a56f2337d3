import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, withoutFormulaGuard } from './normalise-formula-guard.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+17185550165', "'+17185550165"],
  ['-2+3', "'-2+3"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['-12.5', '-12.5'],
  ['-3', '-3'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(guardFormula(text)).toBe(written)
})

test('a guarded text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.startsWith("'"))
      expect(withoutFormulaGuard(guardFormula(text))).toBe(text)
      expect(withoutFormulaGuard(guardFormula(`=${text}`))).toBe(`=${text}`)
    }),
  )
  expect(withoutFormulaGuard("'quoted'")).toBe("'quoted'")
})
