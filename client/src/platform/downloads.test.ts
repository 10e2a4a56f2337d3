import { describe, expect, it } from 'vitest'
import { csvOf, fileNameOf } from './downloads.ts'

describe('a table as CSV', () => {
  it('quotes what needs it and marks itself as UTF-8', () => {
    expect(
      csvOf([
        ['a', 'b,c'],
        ['"q"', 'two\nlines'],
      ]),
    ).toBe('\uFEFFa,"b,c"\r\n"""q""","two\nlines"\r\n')
  })
  it('lets no cell become a formula, and leaves numbers alone', () => {
    expect(csvOf([['=1+1', '@SUM(A1)', '+x', -5, '-5.2', '-cmd', null]])).toBe(
      "\uFEFF'=1+1,'@SUM(A1),'+x,-5,-5.2,'-cmd,\r\n",
    )
  })
})

it('makes a file name out of a title of any language', () => {
  expect(fileNameOf('Lectura: ¿subió más? (2026)')).toBe('lectura-subió-más-2026')
})
