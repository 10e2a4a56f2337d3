import type { NewStory, StoryChange } from '@common-table/shared/stories/schemas'
import type { CleanPicture } from '@common-table/shared/files/without-metadata'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const columns = {
  title: 'title',
  titleEs: 'title_es',
  summary: 'summary',
  summaryEs: 'summary_es',
  body: 'body',
  bodyEs: 'body_es',
  need: 'need',
  needEs: 'need_es',
  setting: 'setting',
  organizationId: 'organization_id',
  schoolId: 'school_id',
  categoryId: 'category_id',
  needId: 'need_id',
  quote: 'quote',
  quoteEs: 'quote_es',
  quoteBy: 'quote_by',
  quoteByEs: 'quote_by_es',
  photoAlt: 'photo_alt',
  photoAltEs: 'photo_alt_es',
  photoOfPeople: 'photo_of_people',
  evidence: 'evidence',
  evidenceSource: 'evidence_source',
  link: 'link',
} as const satisfies Record<keyof StoryChange, string>
const names = Object.keys(columns) as (keyof StoryChange)[]

const insert = statement<{ id: string }>(
  'insert into stories (district_id, title, organization_id, author_user_id, author_name) values (app_district(), $1, $2, $3, $4) returning id',
)
const update = statement(`update stories s set ${names
  .map((name) => `${columns[name]} = n.${columns[name]}`)
  .join(', ')}
  from (select (json_populate_record(s, $2::json)).* from stories s where s.district_id = app_district() and s.id = $1) n
  where s.district_id = app_district() and s.id = $1`)

/** Only what is given changes. */
export const updateStory = (db: Db, id: string, change: StoryChange) => {
  const given = names.filter((name) => change[name] !== undefined)
  return given.length === 0
    ? Promise.resolve(0)
    : db.run(update, [
        id,
        JSON.stringify(Object.fromEntries(given.map((name) => [columns[name], change[name]]))),
      ])
}

export const insertStory = async (
  db: Db,
  { title, organizationId, ...rest }: NewStory,
  by: { id: string | null; name: string },
): Promise<string> => {
  const { id } = (await db.one(insert, [title, organizationId, by.id, by.name]))! // an insert returns its row
  await updateStory(db, id, rest)
  return id
}

const move = statement(`update stories set status = $2, note = coalesce($3, note), taken_back_because = $4
  where district_id = app_district() and id = $1`)
export const setStatus = (
  db: Db,
  id: string,
  status: 'draft' | 'consent' | 'review' | 'taken_back',
  { note, because }: { note?: string | undefined; because?: string } = {},
) => db.run(move, [id, status, note ?? null, because ?? null])

const publish =
  statement(`update stories set status = 'published', slug = coalesce(slug, $2), published_at = now(),
    published_by_name = $3, note = '' where district_id = app_district() and id = $1`)
export const publishAs = (db: Db, id: string, slug: string, by: string) => db.run(publish, [id, slug, by])

const remove = statement('delete from stories where district_id = app_district() and id = $1')
export const removeOne = (db: Db, id: string) => db.run(remove, [id])

const place = statement(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $2, $3, $4, $5, $6) returning id
  )
  update stories set photo_file_id = (select id from kept), photo_width = $7, photo_height = $8, photo_alt = $9, photo_alt_es = $10
  where district_id = app_district() and id = $1`)
export const placePhoto = (
  db: Db,
  id: string,
  { type, width, height, bytes }: CleanPicture,
  said: { name: string; sha256: string; alt: string; altEs: string; by: string | null },
) =>
  db.run(place, [
    id,
    said.name,
    type,
    bytes.length,
    said.sha256,
    said.by,
    width,
    height,
    said.alt,
    said.altEs,
  ])

const clear =
  statement(`update stories set photo_file_id = null, photo_alt = '', photo_alt_es = '', photo_width = null,
    photo_height = null where district_id = app_district() and id = $1`)
export const clearPhoto = (db: Db, id: string) => db.run(clear, [id])
