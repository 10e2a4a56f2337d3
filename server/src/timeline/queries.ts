import { timelineKinds, type TimelineKind } from '@common-table/shared/timeline/schemas'
import type { Db } from '../db/db.ts'
import type { ListPage } from '../db/list.ts'
import { statement, type Statement } from '../db/statement.ts'
import { changeSources } from './changes.ts'
import { plainSources, type Source } from './sources.ts'

const fields = [
  'at',
  'code',
  'by',
  'byKind',
  'title',
  'text',
  'to',
  'day',
  'state',
  'reason',
  'recordId',
  'change',
] as const
const otherwise: Partial<Record<(typeof fields)[number], string>> = { by: "''", byKind: "'system'" }

const itemOf = ({ item, from }: Source): string => `(select json_build_object('id', f.id, 'kind', f.kind,
    'partnership', (select json_build_object('id', p.id, 'name', p.name) from partnerships p
      where p.district_id = app_district() and p.id = ${item.partnership ?? 'null::uuid'}),
    ${fields.map((name) => `'${name}', ${item[name] ?? otherwise[name] ?? 'null'}`).join(', ')}) from ${from})`

/** Ids are UUIDv7, so that their order is the order of time whatever table they are of. Only a page's rows are told. */
const textOf = (sources: readonly Source[]): string => `select case f.source
    ${sources.map((source) => `when '${source.name}' then ${itemOf(source)}`).join('\n    ')} end::text as item, f.id::text as k0
  from (select * from (
      ${sources.map(({ name, found }) => `select '${name}' as source, s.id, s.kind from ${found} s`).join('\n      union all ')}) every
    where every.kind = any ($6::text[])
      and ($1::uuid[] is null or $2::uuid is null or $3::boolean is null or $4::uuid is null or true) order by every.id desc limit $5) f order by f.id desc`

const built = new Map<string, Statement<{ item: string; k0: string }>>()

interface StoryRequest {
  partnershipIds: readonly string[]
  organizationId: string
  /** Of the organisation: its own people, places and mails as well. */
  whole: boolean
  kinds: readonly TimelineKind[] | undefined
  /** Whether the reader looks after partnerships: changes, e-mails and links are theirs to see. */
  guarded: boolean
  after: readonly unknown[] | undefined
  limit: number
}
export const storyOf = async (db: Db, request: StoryRequest): Promise<ListPage> => {
  const { kinds = timelineKinds, guarded, limit } = request
  const sources = [...plainSources, ...changeSources].filter(
    (source) => (guarded || !source.guarded) && source.kinds.some((kind) => kinds.includes(kind)),
  )
  if (sources.length === 0) return { items: '[]', next: null }
  const key = sources.map(({ name }) => name).join()
  let found = built.get(key)
  if (!found) built.set(key, (found = statement(textOf(sources))))
  const rows = await db.many(found, [
    request.partnershipIds,
    request.organizationId,
    request.whole,
    request.after?.[0] ?? null,
    limit + 1,
    kinds,
  ])
  return {
    items: `[${rows
      .slice(0, limit)
      .map(({ item }) => item)
      .join()}]`,
    next: rows.length > limit ? [rows[limit - 1]!.k0] : null, // there are more rows than that
  }
}

const partnership = statement<{
  organizationId: string
}>(`select p.organization_id as "organizationId" from partnerships p
  where p.district_id = app_district() and p.id = $1 and ($2::uuid[] is null or exists (select from partnership_schools s
    where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`)
export const partnershipStoryOf = (db: Db, scope: readonly string[] | null, id: string) =>
  db.one(partnership, [id, scope])

const organization = statement<{
  partnershipIds: string[]
}>(`select coalesce((select array_agg(p.id) from partnerships p
    where p.district_id = o.district_id and p.organization_id = o.id and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))), '{}') as "partnershipIds"
  from organizations o where o.district_id = app_district() and o.id = $1`)
export const organizationStoryOf = (db: Db, scope: readonly string[] | null, id: string) =>
  db.one(organization, [id, scope])
