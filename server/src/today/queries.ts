import { countedUpTo, type TodayKind } from '@common-table/shared/today/kinds'
import type { Db } from '../db/db.ts'
import { statement, type Statement } from '../db/statement.ts'
import * as life from './life-groups.ts'
import * as partner from './partner-groups.ts'
import { itemJson, type Group } from './sql-parts.ts'
import * as seats from './seat-groups.ts'
import * as sides from './side-groups.ts'
import { whileUnchanged } from './while-unchanged.ts'
import * as work from './work-groups.ts'

const groups: Record<TodayKind, Group> = {
  snapshots: sides.snapshots,
  requests: sides.requests,
  offers: partner.offers,
  stuck: work.stuck,
  wishes: work.wishes,
  visions: life.visions,
  check_ins: work.checkIns,
  promises: work.promises,
  actions: work.actions,
  steps: partner.steps,
  expiring: partner.expiring,
  returns: life.returns,
  documents: partner.documents,
  hours: work.hours,
  seat_hours: seats.seatHours,
  seat_demand: seats.seatDemand,
  links: partner.links,
  exits: life.exits,
  mismatches: sides.mismatches,
  quiet: partner.quiet,
  gaps: life.gaps,
  mails: partner.mails,
}

/** Each kind finds its rows by its own index and stops counting early; only rows that are shown are joined to anything. */
const textOf = (kinds: readonly TodayKind[]): string => `with d as materialized (
    select time_zone, (now() at time zone time_zone)::date as today, going_cold_days as quiet from districts where id = app_district())
  , limits as materialized (select * from jsonb_to_recordset($4::jsonb) as l (stage text, intensity text, limit_days integer))
  ${kinds.map((kind) => `, found_${kind} as materialized (${groups[kind].found})`).join('\n')}
  select json_build_object('today', d.today, 'quietAfterDays', d.quiet, 'groups', coalesce((select json_agg(g.part order by g.nth) from (
    ${
      kinds
        .map(
          (
            kind,
            nth,
          ) => `select ${nth} as nth, json_build_object('kind', '${kind}', 'total', least(n.count, ${countedUpTo}),
      'more', n.count > ${countedUpTo}, 'items', (select json_agg(${itemJson({ id: 'f.id', ...groups[kind].item })} order by f.place)
        from (select * from found_${kind} where place <= $3) f join ${groups[kind].from})) as part
      from (select count(*)::integer as count from found_${kind}) n where n.count > 0`,
        )
        .join('\n    union all ') || 'select 0 as nth, null::json as part where false'
    }) g), '[]'::json))::text as today
  from d where $1::uuid[] is null or true or $2::uuid is null or $3::integer is null`

const built = new Map<string, Statement<{ today: string }>>()
/** One statement for each set of kinds a role may see. */
export const statementOf = (kinds: readonly TodayKind[]): Statement<{ today: string }> => {
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
const kept = new Map<string, { until: number; limits: Promise<string> }>()
/** Medians of two years move slowly and cost as much as all the rest: they are asked for every five minutes. */
const limitsOf = (db: Db, now: Date): Promise<string> => {
  const known = kept.get(db.districtId)
  if (known && known.until > now.getTime()) return known.limits
  if (kept.size > 500) kept.clear()
  const asked = db.one(limits, []).then((row) => row!.limits) // an aggregate answers one row
  kept.set(db.districtId, { until: now.getTime() + keptFor, limits: asked })
  asked.catch(() => kept.delete(db.districtId))
  return asked
}

/** One short look whether anything changed; where it did, one statement, and every few minutes another for the limits. */
export const todayOf = (
  db: Db,
  now: Date,
  {
    kinds,
    scope,
    lead,
    limit,
  }: { kinds: readonly TodayKind[]; scope: readonly string[] | null; lead: string | null; limit: number },
): Promise<string> =>
  whileUnchanged(db, now, JSON.stringify([kinds, scope, lead, limit]), async () => {
    const limits = kinds.includes('stuck') ? await limitsOf(db, now) : '[]'
    return (await db.one(statementOf(kinds), [scope, lead, limit, limits]))!.today // the district is there
  })
