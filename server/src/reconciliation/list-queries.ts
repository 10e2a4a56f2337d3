import type { MismatchListed, MismatchQuery } from '@common-table/shared/reconciliation/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const reference = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
const facts = `'id', m.id, 'kind', m.kind, 'status', m.status, 'school', ${reference('s')}, 'organization', ${reference('o')},
  'service', ${reference('v')}, 'name', m.name, 'says', m.says,
  'programs', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id) from services p
    where p.district_id = m.district_id and p.organization_id = m.organization_id
      and p.status in ('active', 'temporarily closed')), '[]'),
  'resolution', m.resolution, 'reason', m.reason, 'resolvedBy', m.resolved_by, 'resolvedAt', ${utc('m.resolved_at')},
  'askedAt', ${utc('m.asked_at')}, 'createdAt', ${utc('m.created_at')}, 'version', m.version`
const joins = `join schools s on s.district_id = m.district_id and s.id = m.school_id
  left join organizations o on o.district_id = m.district_id and o.id = m.organization_id
  left join services v on v.district_id = m.district_id and v.id = m.service_id`

const list = listBy({
  from: 'mismatches m',
  alias: 'm',
  filters: {
    scope: 'm.school_id = any (?::uuid[])',
    status: 'm.status = any (?::text[])',
    kind: 'm.kind = any (?::text[])',
    schoolId: 'm.school_id = ?::uuid',
    organizationId: 'm.organization_id = ?::uuid',
    asked: '(m.asked_at is not null) = ?',
  },
  sorts: { newest: [['m.id', 'uuid']] },
  item: `json_build_object(${facts})`,
  joins,
  counted: true,
})
export const mismatchList = (
  db: Db,
  scope: readonly string[] | null,
  { limit = 50, cursor: _, ...filters }: MismatchQuery,
  after: readonly unknown[] | undefined,
) =>
  list(db, {
    filters: { ...filters, scope: scope ?? undefined },
    sort: 'newest',
    descending: true,
    after,
    limit,
  })

const one = statement<{
  row: string
  mismatch: MismatchListed
}>(`select json_build_object(${facts}, 'history',
    coalesce((select json_agg(json_build_object('at', ${utc('e.created_at')}, 'what', e.what, 'resolution', e.resolution,
      'note', e.note, 'by', e.author_name) order by e.id desc) from mismatch_events e
      where e.district_id = m.district_id and e.mismatch_id = m.id), '[]'))::text as row, json_build_object(${facts}) as mismatch
  from mismatches m ${joins}
  where m.district_id = app_district() and m.id = $2 and ($1::uuid[] is null or m.school_id = any ($1))`)
/** One row as JSON with its history, and as a value. */
export const mismatchOf = (db: Db, scope: readonly string[] | null, id: string) => db.one(one, [scope, id])
