import type { Services } from '../http/services.ts'
import type { Db } from '../db/db.ts'
import { oneAtATime } from '../db/one-at-a-time.ts'
import { statement } from '../db/statement.ts'

const ready = statement<{ body: string | null; stale: boolean }>(`select
    (select body from district_documents where district_id = app_district() and kind = $1 and key = $2) as body,
    exists (select from document_marks where district_id = app_district() and kind = $1) as stale`)

const lock = statement(`select pg_advisory_xact_lock(hashtextextended($1 || app_district()::text, 7200121))`)
const marks = statement<{ marks: string[] }>(
  `select coalesce(array_agg(made_by::text), '{}') as marks from document_marks where district_id = app_district() and kind = $1`,
)
// Joined, because a list of thousands of marks compared with as many rows one by one takes seconds.
const clear = statement(`delete from document_marks m using unnest($2::xid8[]) as seen
  where m.district_id = app_district() and m.kind = $1 and m.made_by = seen`)
const forget = statement('delete from district_documents where district_id = app_district() and kind = $1')
const keep =
  statement(`insert into district_documents as d (district_id, kind, key, body) values (app_district(), $1, $2, $3)
  on conflict (district_id, kind, key) do update set body = excluded.body, made_at = now()`)

const author = { kind: 'system', id: null, name: 'documents', requestId: null } as const

export interface Document {
  kind: string
  key?: string
  /** Brings up to date what the document is made of, before its transaction; what it answers is passed on to `make`. */
  prepare?: () => Promise<boolean>
  make: (db: Db, prepared: boolean) => Promise<string>
}

const once = oneAtATime<string>()

const made = (
  services: Services,
  districtId: string,
  { kind, key = '', prepare, make }: Document,
): Promise<string> =>
  once(`${districtId} ${kind} ${key}`, async () => {
    const prepared = (await prepare?.()) ?? false
    return services.write(districtId, author, async (db) => {
      await db.run(lock, [kind])
      const now = await db.one(ready, [kind, key])
      if (now?.body != null && !now.stale) return now.body
      if (now?.stale) {
        const { marks: seen } = (await db.one(marks, [kind]))!
        await db.run(clear, [kind, seen])
        await db.run(forget, [kind])
      }
      const body = await make(db, prepared)
      await db.run(keep, [kind, key, body])
      return body
    })
  })

/**
 * A document of the district as text, kept ready and made anew by the first reader after a change. The marks are read
 * before the content and only those are removed, so a change that commits meanwhile leaves the document due again. Asked
 * twice, because one that was being made may have begun before what this caller has just written.
 */
export const readyDocument = async (
  services: Services,
  districtId: string,
  document: Document,
): Promise<string> => {
  const fresh = async (): Promise<string | undefined> => {
    const known = await services.read(districtId).one(ready, [document.kind, document.key ?? ''])
    return known?.body != null && !known.stale ? known.body : undefined
  }
  const known = await fresh()
  if (known !== undefined) return known
  await made(services, districtId, document)
  return (await fresh()) ?? made(services, districtId, document)
}
