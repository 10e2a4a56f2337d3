import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Named {
  id: string
  name: string
}

const pair = statement<Named>(
  'select id, name from organizations where district_id = app_district() and id = any ($1::uuid[])',
)

/** The two organisations that are to become one; a missing one is left out. */
export const theTwo = (db: Db, ids: readonly string[]) => db.many(pair, [ids])

export const organizationExists = async (db: Db, id: string): Promise<boolean> =>
  (await theTwo(db, [id])).length > 0

export type Counts = Record<string, { moved: number; combined: number }>

const preview = statement<{
  counts: Counts
  changes: Record<string, unknown>
  combined: { table: string; row: Record<string, unknown> }[]
}>(
  `select p.* from preview_merge($1, $2) m, jsonb_to_record(m) as p (counts jsonb, changes jsonb, combined jsonb)`,
)
/** What the merge would do: it is carried out and rolled back inside the database. */
export const previewOf = async (db: Db, goneId: string, keptId: string) =>
  (await db.one(preview, [goneId, keptId]))! // a function always answers

const merge = statement<{ id: string }>('select merge_organizations($1, $2) as id')
const counts = statement<{ counts: Counts }>(
  'select counts from organization_merges where district_id = app_district() and id = $1',
)
export const mergeInto = async (
  db: Db,
  goneId: string,
  keptId: string,
): Promise<{ id: string; counts: Counts }> => {
  const { id } = (await db.one(merge, [goneId, keptId]))! // a function always answers
  return { id, counts: (await db.one(counts, [id]))!.counts }
}

const one = statement<{
  kept: Named
  gone: Named
  undone: boolean
  keptIsHere: boolean
}>(`select json_build_object('id', m.kept_id, 'name', m.kept_name) as kept, json_build_object('id', m.gone_id, 'name', m.gone_name) as gone,
    m.undone_at is not null as undone, exists (select from organizations o where o.district_id = m.district_id and o.id = m.kept_id) as "keptIsHere"
  from organization_merges m where m.district_id = app_district() and m.id = $1`)
export const findMerge = (db: Db, id: string) => db.one(one, [id])

const undo = statement<{ stayed: number }>('select undo_merge($1) as stayed')
export const separate = async (db: Db, mergeId: string): Promise<number> =>
  (await db.one(undo, [mergeId]))!.stayed // a function always answers
