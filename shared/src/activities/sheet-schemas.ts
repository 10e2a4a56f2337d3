import * as Type from 'typebox'
import { Closed, Count, Prose } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { sheetColumns, sheetLimit } from './sheet-columns.ts'
import { sheetRules } from './sheet.ts'

const cell = Type.Optional(Prose(2000))
const cells = Object.fromEntries(sheetColumns.map(({ code }) => [code, cell])) as Record<
  (typeof sheetColumns)[number]['code'],
  typeof cell
> // fromEntries forgets the keys

/** Rows as they were typed or pasted: every cell is text. */
export const ActivitySheet = Closed({
  rows: Type.Array(Closed(cells), { minItems: 1, maxItems: sheetLimit }),
})
export type ActivitySheet = Type.Static<typeof ActivitySheet>

/** All rows are kept, or none and what is wrong with which cell. */
export const SheetKept = Type.Object({
  kept: Count,
  problems: Type.Array(
    Type.Object({
      row: Count,
      column: Type.Enum(codesOf(sheetColumns)),
      rule: Type.Enum([...sheetRules]),
    }),
  ),
})
export type SheetKept = Type.Static<typeof SheetKept>
