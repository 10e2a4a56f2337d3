import { notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { json, type Json } from '../http/answers.ts'
import { stale } from '../http/stale.ts'
import type { Recorded } from './profile-queries.ts'

type Read = (db: Db, id: string) => Promise<Recorded | undefined>

/** The record with its ETag, or 404. */
export const answerOf = async (db: Db, what: string, read: Read, id: string): Promise<Json> => {
  const found = (await read(db, id)) ?? notFound(what)
  return json(found.json, found.version)
}

/** After a change: the record as it is now; when nothing was changed, why not. */
export const answerChanged = async (
  db: Db,
  what: string,
  read: Read,
  id: string,
  changed: readonly unknown[],
): Promise<Json> => {
  const found = (await read(db, id)) ?? notFound(what)
  return changed.length > 0 ? json(found.json, found.version) : stale(found.json)
}
