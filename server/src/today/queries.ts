import { countedUpTo, type TodayKind } from '@common-table/shared/today/kinds'
import type { Db } from '../db/db.ts'
import { statement, type Statement } from '../db/statement.ts'
import { holding } from '../http/held.ts'
import { groups } from './groups.ts'
import { itemJson } from './sql-parts.ts'

/** The day it is there and after how many days a partner is quiet, and each kind's rows as text; null where it has none. */
export type Found = { head: string } & Partial<Record<TodayKind, string | null>>

/** Each kind finds its rows by its own index and stops counting early; only rows that are shown are joined to anything. */
const textOf = (kinds: readonly TodayKind[]): string => `with d as materialized (
    select time_zone, (now() at time zone time_zone)::date as today, going_cold_days as quiet from districts where id = app_district())
  , limits as materialized (select * from jsonb_to_recordset($4::jsonb) as l (stage text, intensity text, limit_days integer))
  ${kinds.map((kind) => `, found_${kind} as materialized (${groups[kind].found})`).join('\n')}
  select json_build_object('today', d.today, 'quietAfterDays', d.quiet)::text as head
    ${kinds
      .map(
        (kind) => `, (select json_build_object('kind', '${kind}', 'total', least(n.count, ${countedUpTo}),
      'more', n.count > ${countedUpTo}, 'items', (select json_agg(${itemJson({ id: 'f.id', ...groups[kind].item })} order by f.place)
        from (select * from found_${kind} where place between 1 and $3) f join ${groups[kind].from}))
      from (select count(*)::integer as count from found_${kind}) n where n.count > 0)::text as "${kind}"`,
      )
      .join('\n    ')}
  from d where $1::uuid[] is null or true or $2::uuid is null or $3::integer is null`

const built = new Map<string, Statement<Found>>()
/** One statement for each set of kinds that is asked for together; beyond so many sets it is made anew. */
export const statementOf = (kinds: readonly TodayKind[]): Statement<Found> => {
  const key = kinds.join()
  let found = built.get(key)
  if (!found) built.set(key, (found = statement(textOf(kinds))))
  return found
}

const limits = statement<{ limits: string }>(
  `select coalesce(json_agg(json_build_object('stage', l.stage, 'intensity', l.intensity, 'limit_days', l.limit_days)), '[]')::text
     as limits from stage_limits() l`,
)
const keptFor = 300_000
const kept = holding<{ until: number; limits: Promise<string> }>(500)
/** Medians of two years move slowly and cost as much as all the rest: they are asked for every five minutes. */
const limitsOf = (db: Db, now: Date): Promise<string> => {
  const known = kept.get(db.districtId)
  if (known && known.until > now.getTime()) return known.limits
  const asked = db.one(limits, []).then((row) => row!.limits) // an aggregate answers one row
  kept.hold(db.districtId, { until: now.getTime() + keptFor, limits: asked })
  asked.catch(() => kept.hold(db.districtId, { until: 0, limits: asked }))
  return asked
}

export interface Asked {
  /** The reader's schools; null is all. */
  scope: readonly string[] | null
  lead: string | null
  limit: number
}

/** The rows of some kinds, as they are now. */
export const findToday = async (
  db: Db,
  now: Date,
  { scope, lead, limit }: Asked,
  kinds: readonly TodayKind[],
): Promise<Found> => {
  const limits = kinds.includes('stuck') ? await limitsOf(db, now) : '[]'
  return (await db.one(statementOf(kinds), [scope, lead, limit, limits]))! // the district is there
}
