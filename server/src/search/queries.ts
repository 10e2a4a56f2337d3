import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const found = statement<{ items: string }>(`select coalesce(json_agg(json_build_object(
    'kind', kind, 'id', id, 'ownerId', owner_id, 'name', name, 'hint', hint) order by nearness desc, name), '[]')::text as items
  from search_everything($1, $2::uuid[], $3)`)

/** What fits the typed words; a school-based person finds own schools and their partnerships only. */
export const searchEverything = async (
  db: Db,
  scope: readonly string[] | null,
  typed: string,
  enough: number,
): Promise<string> => (await db.one(found, [typed, scope, enough]))?.items ?? '[]'
