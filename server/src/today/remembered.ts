import { todayKinds, type TodayKind } from '@common-table/shared/today/kinds'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { holding } from '../http/held.ts'
import { findToday, type Asked } from './queries.ts'
import { marksOf } from './reads.ts'

/** Days pass and meetings end without anybody writing. */
const keptFor = 300_000

interface Part {
  until: number
  /** The kind's rows as they are answered; null where it has none. */
  rows: string | null
}
/** What was found when the database stood at `stamp`, or since. */
interface Remembered {
  stamp: string
  head: string
  parts: ReadonlyMap<TodayKind, Part>
}
const held = holding<Remembered>(200)

const readers = new Map<string, Set<TodayKind>>()
for (const { code } of todayKinds)
  for (const mark of marksOf(code)) readers.set(mark, (readers.get(mark) ?? new Set()).add(code))

/**
 * PostgreSQL's own snapshot, and what was marked by transactions that an earlier one did not see, however long ago they
 * began: whoever wrote, on whichever server, is seen by the first look after the commit.
 */
const look = statement<{ stamp: string; marks: string[] | null }>(
  `select pg_current_snapshot()::text as stamp, case when pg_current_snapshot()::text <> $1 then (
     select array_agg(distinct m.kind) from document_marks m
     where m.district_id = app_district() and m.kind = any ('{${[...readers.keys()].join()}}')
       and m.made_by >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(m.made_by, $1::pg_snapshot)) end as marks`,
)
const touchedBy = (marks: readonly string[]): Set<TodayKind> =>
  new Set(marks.flatMap((mark) => [...(readers.get(mark) ?? [])]))

const answerOf = ({ head, parts }: Remembered, kinds: readonly TodayKind[]): string =>
  `${head.slice(0, -1)},"groups":[${kinds.flatMap((kind) => parts.get(kind)?.rows ?? []).join(',')}]}`

/**
 * What waits, from memory where nothing a kind reads was written since it was found: a look, and one statement for the
 * kinds that are due. The look comes first, so that what commits meanwhile makes a kind due again.
 */
export const todayOf = async (
  db: Db,
  now: Date,
  { kinds, ...asked }: Asked & { kinds: readonly TodayKind[] },
): Promise<string> => {
  const name = `${db.districtId} ${JSON.stringify(asked)}`
  const known = held.get(name)
  const { stamp, marks } = (await db.one(look, [known?.stamp ?? null]))! // it has one row
  const touched = touchedBy(marks ?? [])
  const parts = new Map(
    [...(known?.parts ?? [])].filter(([kind, { until }]) => !touched.has(kind) && now.getTime() < until),
  )
  let head = known?.head ?? ''
  const missing = () => kinds.filter((kind) => !parts.has(kind))
  for (let due = missing(); due.length > 0 || head === ''; due = missing()) {
    const found = await findToday(db, now, asked, due)
    // What was found before midnight counts its days from another day.
    if (found.head !== head) parts.clear()
    head = found.head
    for (const kind of due) parts.set(kind, { until: now.getTime() + keptFor, rows: found[kind] ?? null })
  }
  const answer = { stamp, head, parts }
  held.hold(name, answer)
  return answerOf(answer, kinds)
}
