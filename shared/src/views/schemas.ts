import * as Type from 'typebox'
import { Closed, Id, Line, Nullable, Prose, Version } from '../contract/fields.ts'

const PageName = Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 60 })

/** Filters, sort and columns of a list under a name: `query` is the page's own query string. */
export const SavedView = Type.Object({
  id: Id,
  page: Type.String(),
  name: Type.String(),
  query: Type.String(),
  /** Everyone in the district sees it; only its owner changes it. */
  shared: Type.Boolean(),
  own: Type.Boolean(),
  ownerName: Nullable(Type.String()),
  version: Version,
})
export type SavedView = Type.Static<typeof SavedView>

export const SavedViewQuery = Closed({ page: PageName })

export const SavedViewInput = Closed({
  page: PageName,
  name: Line(80),
  query: Prose(2000),
  shared: Type.Optional(Type.Boolean()),
})
export type SavedViewInput = Type.Static<typeof SavedViewInput>

export const SavedViewChange = Type.Partial(
  Closed({ name: Line(80), query: Prose(2000), shared: Type.Boolean() }),
  { additionalProperties: false },
)
export type SavedViewChange = Type.Static<typeof SavedViewChange>

export const SavedViewOrder = Closed({
  page: PageName,
  ids: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
})
