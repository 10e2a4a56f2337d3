import type { Due, DueFilter } from '@common-table/shared/obligations/schemas'
import { soonDays } from '@common-table/shared/obligations/standing'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

type Scope = readonly string[] | null

const today = `(select (now() at time zone time_zone)::date from districts where id = app_district())`

/** dueStanding of shared/src/obligations/standing.ts. */
const item = `json_build_object('id', x.id, 'obligationId', x.obligation_id, 'agreement', json_build_object('id', a.id, 'title', a.title),
  'partnership', json_build_object('id', p.id, 'name', p.name), 'organization', json_build_object('id', g.id, 'name', g.name),
  'side', x.side, 'what', o.what, 'evidence', o.evidence, 'dueOn', x.due_on, 'status', x.status,
  'standing', case when x.status <> 'open' then x.status when x.due_on < ${today} then 'overdue'
    when x.due_on <= ${today} + ${soonDays} then 'soon' else 'open' end,
  'keptOn', x.kept_on, 'note', x.note, 'settledBy', x.settled_by_name,
  'settledAt', ${utc('x.settled_at')}, 'version', x.version)`
const joins = `join obligations o on o.district_id = x.district_id and o.id = x.obligation_id
  join agreements a on a.district_id = x.district_id and a.id = x.agreement_id
  join partnerships p on p.district_id = x.district_id and p.id = x.partnership_id
  join organizations g on g.district_id = p.district_id and g.id = p.organization_id`

const list = listBy({
  alias: 'x',
  from: 'obligation_dues x',
  filters: {
    schools: `exists (select from partnership_schools s where s.district_id = x.district_id and s.partnership_id = x.partnership_id and s.school_id = any (?::uuid[]))`,
    partnershipId: 'x.partnership_id = ?::uuid',
    organizationId: `exists (select from partnerships q where q.district_id = x.district_id and q.id = x.partnership_id and q.organization_id = ?::uuid)`,
    agreementId: 'x.agreement_id = ?::uuid',
    side: 'x.side = ?',
    open: `? and x.status = 'open'`,
    overdue: `? and x.status = 'open' and x.due_on < ${today}`,
    settled: `? and x.status in ('kept', 'late', 'missed', 'waived')`,
    from: 'x.due_on >= ?::date',
    to: 'x.due_on <= ?::date',
  },
  sorts: {
    dueOn: [
      ['x.due_on', 'date'],
      ['x.id', 'uuid'],
    ],
  },
  item,
  joins,
})

export const duesOf = (
  db: Db,
  scope: Scope,
  { cursor: _cursor, limit = 50, standing, descending = false, ...filter }: DueFilter,
  after: unknown[] | undefined,
): Promise<ListPage> =>
  list(db, {
    filters: { ...filter, schools: scope ?? undefined, ...(standing && { [standing]: true }) },
    sort: 'dueOn',
    descending,
    after,
    limit,
  })

const one = statement<{ due: string; version: number; status: Due['status']; dueOn: string }>(
  `select ${item}::text as due, x.version, x.status, x.due_on::text as "dueOn" from obligation_dues x ${joins}
   where x.district_id = app_district() and x.id = $1
     and ($2::uuid[] is null or exists (select from partnership_schools s
       where s.district_id = x.district_id and s.partnership_id = x.partnership_id and s.school_id = any ($2)))`,
)
export const dueRow = (db: Db, scope: Scope, dueId: string) => db.one(one, [dueId, scope])

const openOf = statement<{ promises: { what: string; dueOn: string; standing: Due['standing'] }[] }>(
  `select coalesce(json_agg(json_build_object('what', o.what, 'dueOn', x.due_on, 'standing',
      case when x.due_on < ${today} then 'overdue' when x.due_on <= ${today} + ${soonDays} then 'soon' else 'open' end)
      order by x.due_on, x.id), '[]') as promises
   from (select * from obligation_dues where district_id = app_district() and agreement_id = $1 and side = $2 and status = 'open'
       order by due_on, id limit 20) x
     join obligations o on o.district_id = x.district_id and o.id = x.obligation_id`,
)
/** What one side has promised and not yet settled, soonest first. */
export const openPromisesOf = async (db: Db, agreementId: string, side: 'district' | 'partner') =>
  (await db.one(openOf, [agreementId, side]))!.promises // an aggregate answers one row
