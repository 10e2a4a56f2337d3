import type { NewConsent } from '@common-table/shared/stories/schemas'
import type { ConsentPart, ConsentStatus } from '@common-table/shared/stories/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const insert = statement<{
  id: string
}>(`insert into story_consents (district_id, story_id, name, relation, email, locale, covers, how,
    status, valid_until, answered_at, answered_by_name, note, agreed_quote)
  select app_district(), s.id, $2, $3, $4, $5, $6, $7, case when $7 = 'link' then 'asked' else 'given' end, $8,
    case when $7 <> 'link' then now() end, case when $7 <> 'link' then $2 else '' end, $9, case when $7 <> 'link' then s.quote else '' end
  from stories s where s.district_id = app_district() and s.id = $1 returning id`)
export const insertConsent = async (db: Db, storyId: string, said: NewConsent): Promise<string> =>
  (await db.one(insert, [
    storyId,
    said.name.trim(),
    said.relation,
    said.email ?? '',
    said.locale ?? 'en',
    said.covers,
    said.how,
    said.validUntil ?? null,
    said.note ?? '',
  ]))!.id // the story is held

const outdate = statement<{ id: string }>(`update story_consents set status = 'outdated'
  where district_id = app_district() and story_id = $1 and covers && $2::text[] and status <> 'outdated' returning id`)
/** What was said about other words or another photo no longer counts. */
export const outdateConsents = (db: Db, storyId: string, parts: readonly ConsentPart[]) =>
  db.many(outdate, [storyId, parts])

export interface HeldConsent {
  id: string
  storyId: string
  status: ConsentStatus
  name: string
}
const one = statement<HeldConsent>(`select id, story_id as "storyId", status, name from story_consents
  where district_id = app_district() and id = $1`)
export const consentOf = (db: Db, id: string) => db.one(one, [id])

const answer = statement(`update story_consents c set status = $2, answered_at = now(), answered_by_name = $3,
    note = coalesce($4, c.note), valid_until = case when $5 then $6::date else c.valid_until end, agreed_quote = case when $2 = 'given' then s.quote else c.agreed_quote end
  from stories s where c.district_id = app_district() and c.id = $1 and s.district_id = c.district_id and s.id = c.story_id`)
export const keepAnswer = (
  db: Db,
  id: string,
  said: {
    status: ConsentStatus
    by: string
    note?: string | undefined
    validUntil?: string | null | undefined
  },
) =>
  db.run(answer, [
    id,
    said.status,
    said.by,
    said.note ?? null,
    said.validUntil !== undefined,
    said.validUntil ?? null,
  ])

const drop = statement(
  "delete from story_consents where district_id = app_district() and id = $1 and status in ('asked', 'outdated')",
)
export const dropConsent = async (db: Db, id: string): Promise<boolean> => (await db.run(drop, [id])) > 0

const asked = statement<{
  asked: string
}>(`select json_build_object('title', s.title, 'titleEs', s.title_es, 'summary', s.summary,
    'summaryEs', s.summary_es, 'body', s.body, 'bodyEs', s.body_es, 'quote', s.quote, 'quoteEs', s.quote_es, 'quoteBy', s.quote_by,
    'hasPhoto', s.photo_file_id is not null, 'photoAlt', s.photo_alt, 'name', c.name, 'relation', c.relation, 'covers', c.covers,
    'status', c.status, 'validUntil', c.valid_until,
    'shown', exists (select from shown_stories w where w.district_id = s.district_id and w.id = s.id))::text as asked
  from story_consents c join stories s on s.district_id = c.district_id and s.id = c.story_id
  where c.district_id = app_district() and c.id = $1`)
/** What the person who is asked may see: this one story. */
export const askedStory = async (db: Db, consentId: string) => (await db.one(asked, [consentId]))?.asked
