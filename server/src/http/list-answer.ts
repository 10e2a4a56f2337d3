import type { ListPage } from '../db/list.ts'
import { json, type Json } from './answers.ts'

/** A page of a list as PostgreSQL wrote it, with the cursor of the next one. */
export const listAnswer = (
  { items, next, total }: ListPage,
  page: { cursor: (key: readonly unknown[]) => string },
): Json => {
  const count = typeof total === 'number' ? `,"total":${total}` : ''
  return json(`{"items":${items},"nextCursor":${next ? JSON.stringify(page.cursor(next)) : 'null'}${count}}`)
}
