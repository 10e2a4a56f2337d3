import type { NewResource, ResourceQuery } from '@common-table/shared/toolkit/schemas'
import { resourceAudiences, resourceKinds } from '@common-table/shared/toolkit/vocabulary'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const today = '(select (now() at time zone time_zone)::date from districts where id = app_district())'
const categories = `(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
    'nameEs', coalesce(nullif(c.name_es, ''), c.name)) order by c.position, c.name), '[]')
  from categories c where c.district_id = x.district_id and c.id = any (x.category_ids))`
const file = `case when f.id is not null then json_build_object('name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes) end`
const due = `coalesce(x.review_on <= ${today}, false)`
const listed = `'id', x.id, 'kind', x.kind, 'title', x.title, 'summary', x.summary, 'link', x.link, 'file', ${file}, 'tags', x.tags,
  'categories', ${categories}, 'audiences', x.audiences, 'language', x.language, 'source', x.source, 'reviewOn', x.review_on,
  'due', ${due}, 'isPublic', x.is_public, 'updatedAt', ${utc('x.updated_at')}, 'version', x.version`
const joins = 'left join files f on f.district_id = x.district_id and f.id = x.file_id'

// A toolkit holds some hundred resources: it is looked through as it is.
const list = listBy({
  alias: 'x',
  from: 'resources x',
  joins,
  filters: {
    q: `position(plain_text(?) in x.search_text || ' ' || plain_text(array_to_string(x.tags, ' '))) > 0`,
    kind: 'x.kind = any (?::text[])',
    audience: 'x.audiences && ?::text[]',
    language: 'x.language = any (?::text[])',
    tag: 'x.tags && ?::text[]',
    categoryId: 'x.category_ids && ?::uuid[]',
    due: `(${due}) = ?::boolean`,
  },
  sorts: {
    title: [
      ['x.title', 'text'],
      ['x.id', 'uuid'],
    ],
  },
  item: `json_build_object(${listed})`,
  counted: true,
})
export const resourceList = (
  db: Db,
  { cursor: _, limit = 50, ...filters }: ResourceQuery,
  after: readonly unknown[] | undefined,
) => list(db, { filters, sort: 'title', after, limit })

const order = (terms: readonly { code: string }[], value: string) =>
  `array_position('{${terms.map(({ code }) => code).join()}}', ${value})`
const counts = (from: string, by: string) =>
  `(select coalesce(json_agg(json_build_object('value', value, 'count', n) order by ${by}), '[]')
    from (select value, count(*) as n from resources x cross join lateral ${from} where x.district_id = app_district() group by value) v)`
const facets = statement<{ facets: string }>(`select json_build_object(
    'total', (select count(*) from resources x where x.district_id = app_district()),
    'due', (select count(*) from resources x where x.district_id = app_district() and ${due}),
    'kinds', ${counts('(select x.kind as value) k', order(resourceKinds, 'value'))},
    'audiences', ${counts('unnest(x.audiences) k (value)', order(resourceAudiences, 'value'))},
    'languages', ${counts('(select x.language as value) k', 'n desc, value')},
    'tags', ${counts('unnest(x.tags) k (value)', 'n desc, value')},
    'categories', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
        'nameEs', coalesce(nullif(c.name_es, ''), c.name), 'count', v.n) order by c.position, c.name), '[]')
      from (select k.id, count(*) as n from resources x cross join lateral unnest(x.category_ids) k (id)
        where x.district_id = app_district() group by k.id) v
        join categories c on c.district_id = app_district() and c.id = v.id))::text as facets`)
export const resourceFacets = async (db: Db) => (await db.one(facets))!.facets // aggregates are one row

const one = statement<{
  resource: string
  version: number
}>(`select json_build_object(${listed}, 'body', x.body,
    'authorName', x.author_name)::text as resource, x.version
  from resources x ${joins} where x.district_id = app_district() and x.id = $1`)
export const resourceOf = (db: Db, id: string) => db.one(one, [id])

const shared = statement<{
  resource: string
}>(`select json_build_object('title', x.title, 'kind', x.kind, 'summary', x.summary,
    'body', x.body, 'link', x.link, 'file', ${file}, 'language', x.language, 'source', x.source)::text as resource
  from resources x ${joins} where x.district_id = app_district() and x.id = $1`)
export const sharedResource = (db: Db, id: string) => db.one(shared, [id])

const fields = `(kind text, title text, summary text, body text, link text, tags text[], "categoryIds" uuid[], audiences text[],
  language text, source text, "reviewOn" date, "isPublic" boolean)`
const columns = `kind, title, summary, body, link, tags, category_ids, audiences, language, source, review_on, is_public`
const values = `r.kind, btrim(r.title), r.summary, r.body, r.link, r.tags, r."categoryIds", r.audiences, r.language, r.source,
  r."reviewOn", r."isPublic"`
export type ResourceRow = Required<NewResource>
const insert = statement<{ id: string }>(`insert into resources (district_id, author_name, ${columns})
  select app_district(), $2, ${values} from jsonb_to_record($1::jsonb) as r ${fields} returning id`)
export const insertResource = async (db: Db, row: ResourceRow, by: string): Promise<string> =>
  (await db.one(insert, [JSON.stringify(row), by]))!.id // it inserts one
const update = statement(`update resources x set (${columns}) = row (${values})
  from jsonb_to_record($1::jsonb) as r ${fields} where x.district_id = app_district() and x.id = $2 and x.version = $3`)
/** Answers whether `version` was still current. */
export const updateResource = async (
  db: Db,
  id: string,
  version: number,
  row: ResourceRow,
): Promise<boolean> => (await db.run(update, [JSON.stringify(row), id, version])) > 0
const remove = statement(
  'delete from resources where district_id = app_district() and id = $1 and version = $2',
)
export const removeResource = async (db: Db, id: string, version: number): Promise<boolean> =>
  (await db.run(remove, [id, version])) > 0

const known = statement<{
  missing: number
}>(`select count(*)::integer as missing from unnest($1::uuid[]) w (id)
  where not exists (select from categories c where c.district_id = app_district() and c.id = w.id)`)
export const categoriesKnown = async (db: Db, ids: readonly string[]): Promise<boolean> =>
  ids.length === 0 || (await db.one(known, [ids]))!.missing === 0 // an aggregate is one row

const place = statement(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $2, $3, $4, $5, $6) returning id)
  update resources set file_id = (select id from kept) where district_id = app_district() and id = $1`)
export const placeFile = async (
  db: Db,
  id: string,
  file: { name: string; mediaType: string; sizeBytes: number; sha256: string },
  by: string | null,
): Promise<boolean> =>
  (await db.run(place, [id, file.name, file.mediaType, file.sizeBytes, file.sha256, by])) > 0

export interface StoredFile {
  name: string
  mediaType: string
  sha256: string
}
const stored =
  statement<StoredFile>(`select f.name, f.media_type as "mediaType", f.sha256 from resources x ${joins}
  where x.district_id = app_district() and x.id = $1 and f.id is not null`)
export const fileOf = (db: Db, id: string) => db.one(stored, [id])

export interface PublicResource extends StoredFile {
  id: string
  kind: string
  title: string
  summary: string
  body: string
  link: string
  language: string
  source: string
}
const open = statement<
  Omit<PublicResource, 'name' | 'mediaType' | 'sha256'> & Partial<StoredFile>
>(`select x.id, x.kind, x.title, x.summary, x.body, x.link, x.language, x.source, f.name,
    f.media_type as "mediaType", f.sha256
  from resources x ${joins} where x.district_id = app_district() and x.is_public and ($1::uuid is null or x.id = $1)
  order by x.title, x.id limit 300`)
/** What everybody may read: resources that are marked public, and no other. */
export const publicResources = (db: Db, id: string | null = null) => db.many(open, [id])
