import type { StoryQuery } from '@common-table/shared/stories/schemas'
import type { ConsentFact } from '@common-table/shared/stories/consent'
import type { StoryStatus } from '@common-table/shared/stories/vocabulary'
import type { StoryText } from '@common-table/shared/stories/ready'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

/** Schools of the reader; null: all. Whoever has own schools knows their stories and those of no school. */
export type Scope = readonly string[] | null

const today = '(select (now() at time zone time_zone)::date from districts where id = app_district())'
const listed = `'id', s.id, 'status', s.status, 'title', s.title, 'summary', s.summary,
  'organization', json_build_object('id', o.id, 'name', o.name),
  'school', case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end,
  'category', case when k.id is not null then json_build_object('id', k.id, 'name', k.name, 'nameEs', coalesce(nullif(k.name_es, ''), k.name)) end,
  'evidence', s.evidence, 'hasPhoto', s.photo_file_id is not null, 'consentHolds', story_consent_holds(s, ${today}),
  'authorName', s.author_name, 'publishedAt', s.published_at, 'updatedAt', s.updated_at, 'version', s.version`
const joins = `join organizations o on o.district_id = s.district_id and o.id = s.organization_id
  left join schools h on h.district_id = s.district_id and h.id = s.school_id
  left join categories k on k.district_id = s.district_id and k.id = s.category_id`

const list = listBy({
  alias: 's',
  from: 'stories s',
  joins,
  filters: {
    scope: '(s.school_id is null or s.school_id = any (?::uuid[]))',
    status: 's.status = any (?::text[])',
    organizationId: 's.organization_id = ?::uuid',
    schoolId: 's.school_id = any (?::uuid[])',
    categoryId: 's.category_id = any (?::uuid[])',
    evidence: 's.evidence = any (?::text[])',
    needId: 's.need_id = ?::uuid',
  },
  sorts: { newest: [['s.id', 'uuid']] },
  item: `json_build_object(${listed})`,
  counted: true,
})
export const storyList = (
  db: Db,
  scope: Scope,
  { cursor: _, limit = 50, ...filters }: StoryQuery,
  after: readonly unknown[] | undefined,
) =>
  list(db, {
    filters: { ...filters, ...(scope !== null && { scope }) },
    sort: 'newest',
    descending: true,
    after,
    limit,
  })

const consents = `(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'relation', c.relation, 'email', c.email,
    'covers', c.covers, 'how', c.how, 'status', c.status, 'validUntil', c.valid_until, 'answeredAt', c.answered_at,
    'answeredByName', c.answered_by_name, 'note', c.note, 'createdAt', c.created_at) order by c.id), '[]')
  from story_consents c where c.district_id = s.district_id and c.story_id = s.id)`
const held =
  's.district_id = app_district() and s.id = $1 and ($2::uuid[] is null or s.school_id is null or s.school_id = any ($2))'

const one = statement<{
  story: string
  version: number
}>(`select json_build_object(${listed}, 'titleEs', s.title_es,
    'summaryEs', s.summary_es, 'body', s.body, 'bodyEs', s.body_es, 'need', s.need, 'needEs', s.need_es, 'setting', s.setting,
    'quote', s.quote, 'quoteEs', s.quote_es, 'quoteBy', s.quote_by, 'quoteByEs', s.quote_by_es, 'photoAlt', s.photo_alt,
    'photoAltEs', s.photo_alt_es, 'photoOfPeople', s.photo_of_people, 'evidenceSource', s.evidence_source, 'link', s.link,
    'note', s.note, 'takenBackBecause', s.taken_back_because, 'publishedByName', s.published_by_name,
    'publicPath', (select '/public/' || d.public_slug || '/en/stories/' || w.slug from shown_stories w
      join districts d on d.id = w.district_id and d.public_site where w.district_id = s.district_id and w.id = s.id),
    'answers', (select json_build_object('id', n.id, 'name', n.title) from needs n
      where n.district_id = s.district_id and n.id = s.need_id),
    'consents', ${consents})::text as story, s.version
  from stories s ${joins} where ${held}`)
export const storyOf = (db: Db, scope: Scope, id: string) => db.one(one, [id, scope])

export interface HeldStory extends StoryText {
  id: string
  status: StoryStatus
  organizationId: string
  authorUserId: string | null
  hasPhoto: boolean
  photoOfPeople: boolean
  slug: string | null
  today: string
  consents: ConsentFact[]
  version: number
}
const lock =
  statement<HeldStory>(`select s.id, s.status, s.organization_id as "organizationId", s.author_user_id as "authorUserId",
    s.title, s.title_es as "titleEs", s.summary, s.summary_es as "summaryEs", s.body, s.body_es as "bodyEs", s.need,
    s.need_es as "needEs", s.quote, s.quote_es as "quoteEs", s.quote_by as "quoteBy", s.setting, s.evidence,
    s.evidence_source as "evidenceSource", s.photo_file_id is not null as "hasPhoto", s.photo_of_people as "photoOfPeople",
    s.slug, ${today}::text as today, ${consents} as consents, s.version
  from stories s where ${held} for no key update of s`)
/** The story, held until the transaction ends. */
export const holdStory = (db: Db, scope: Scope, id: string) => db.one(lock, [id, scope])

const need = statement<{
  there: boolean
}>(`select exists (select from needs n where n.district_id = app_district()
    and n.id = $1 and ($2::uuid[] is null or n.school_id = any ($2))) as there`)
/** Whether a need is there and the reader's to see. */
export const needKnown = async (db: Db, scope: Scope, id: string): Promise<boolean> =>
  (await db.one(need, [id, scope]))!.there // a select answers one row

const photo = statement<{ mediaType: string; sha256: string }>(`select f.media_type as "mediaType", f.sha256
  from stories s join files f on f.district_id = s.district_id and f.id = s.photo_file_id where ${held}`)
export const photoOf = (db: Db, scope: Scope, id: string) => db.one(photo, [id, scope])
