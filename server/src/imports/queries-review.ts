import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const candidates = `case r.kind when 'site_school' then
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'code', s.code, 'area', s.area, 'address', s.address,
        'grades', s.grades, 'confidence', c.value -> 'confidence', 'reasons', c.value -> 'reasons') order by c.ordinality), '[]')
      from jsonb_array_elements(r.candidates) with ordinality c join schools s on s.district_id = r.district_id and s.id = (c.value ->> 'schoolId')::uuid)
  else
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'code', null, 'area', null, 'address', null,
        'grades', '[]'::json, 'confidence', c.value -> 'confidence', 'reasons', c.value -> 'reasons') order by c.ordinality), '[]')
      from jsonb_array_elements(r.candidates) with ordinality c join organizations o on o.district_id = r.district_id and o.id = (c.value ->> 'organizationId')::uuid)
  end`

const itemJson = `json_build_object('id', r.id, 'kind', r.kind, 'subject', jsonb_strip_nulls(r.subject), 'candidates', ${candidates},
  'confidence', round(r.confidence::numeric, 3), 'status', r.status,
  'organizations', (select coalesce(json_agg(distinct jsonb_build_object('id', o.id, 'name', o.name)), '[]')
    from review_item_sites l join service_sites t on t.district_id = l.district_id and t.id = l.service_site_id
    join services v on v.district_id = t.district_id and v.id = t.service_id
    join organizations o on o.district_id = v.district_id and o.id = v.organization_id
    where l.district_id = r.district_id and l.review_item_id = r.id),
  'decision', case when r.decision is not null then json_build_object('id', coalesce(r.decision -> 'schoolId', r.decision -> 'keptId'),
    'name', coalesce((select s.name from schools s where s.district_id = r.district_id and s.id = (r.decision ->> 'schoolId')::uuid),
      (select o.name from organizations o where o.district_id = r.district_id and o.id = (r.decision ->> 'keptId')::uuid))) end,
  'decidedByName', r.decided_by_name, 'decidedAt', r.decided_at, 'createdAt', r.created_at, 'version', r.version)`

const list = listBy({
  alias: 'r',
  from: 'review_items r',
  filters: {
    status: 'r.status = ?',
    kind: 'r.kind = ?',
    importId: 'r.import_id = ?',
    minConfidence: 'r.confidence >= ?::real',
    nothing: '?::boolean',
  },
  sorts: {
    confidence: [
      ['r.confidence', 'real'],
      ['r.id', 'uuid'],
    ],
  },
  item: itemJson,
  counted: true,
})

type Scope = readonly string[] | null

export interface ReviewAsked {
  status?: string
  kind?: string
  importId?: string
  minConfidence?: number
  limit?: number
}

export const reviewItemsOf = (
  db: Db,
  scope: Scope,
  { limit = 50, status = 'open', kind, importId, minConfidence }: ReviewAsked,
  after: unknown[] | undefined,
): Promise<ListPage> => {
  return list(db, {
    filters: { status, kind, importId, minConfidence, ...(scope !== null && { nothing: false }) },
    sort: 'confidence',
    descending: true,
    after,
    limit,
  })
}

export interface ReviewRow {
  item: string
  version: number
  kind: 'site_school' | 'organization_duplicate'
  status: 'open' | 'accepted' | 'rejected'
  subject: { name: string; organizationId?: string }
  candidates: { schoolId?: string; organizationId?: string; confidence: number }[]
  decision: { schoolId?: string; keptId?: string; goneId?: string; moved?: Record<string, string[]> } | null
  partnerships: boolean
}

const one =
  statement<ReviewRow>(`select ${itemJson}::text as item, r.version, r.kind, r.status, r.subject, r.candidates, r.decision,
    coalesce((select i.options ->> 'partnerships' from imports i where i.district_id = r.district_id and i.id = r.import_id), 'yes') = 'yes' as partnerships
  from review_items r where r.district_id = app_district() and r.id = $1 and $2::uuid[] is null`)
export const findReviewItem = (db: Db, scope: Scope, id: string) => db.one(one, [id, scope])

const decide =
  statement(`update review_items set status = $3, decision = $4, decided_by = $5, decided_by_name = $6,
    decided_at = case when $3 = 'open' then null else now() end
  where district_id = app_district() and id = $1 and version = $2`)

export const decideReviewItem = async (
  db: Db,
  id: string,
  version: number,
  status: 'open' | 'accepted' | 'rejected',
  decision: object | null,
  by: { id: string | null; name: string },
): Promise<boolean> =>
  (await db.run(decide, [
    id,
    version,
    status,
    decision === null ? null : JSON.stringify(decision),
    by.id,
    status === 'open' ? '' : by.name,
  ])) > 0

const open = statement<{ id: string; version: number }>(`select id, version from review_items
  where district_id = app_district() and status = 'open' and kind = $1 and confidence >= $2::real and candidates <> '[]'
  order by confidence desc, id desc limit 2000`)
/** The open questions a bulk acceptance answers. */
export const openAbove = (db: Db, kind: string, minConfidence: number) => db.many(open, [kind, minConfidence])

const schoolHere = statement<{ id: string }>(
  'select id from schools where district_id = app_district() and id = $1',
)
export const isSchool = async (db: Db, id: string) => (await db.one(schoolHere, [id])) !== undefined
