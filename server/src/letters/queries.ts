import type { Letter } from '@common-table/shared/letters/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

export type Scope = readonly string[] | null

/** A letter of alias `l` as JSON; the fields it waits for are those that still stand in braces. */
export const letterJson = `json_build_object('id', l.id, 'kind', l.kind, 'side', l.side, 'locale', l.locale,
  'organization', (select json_build_object('id', o.id, 'name', o.name) from organizations o where o.district_id = l.district_id and o.id = l.organization_id),
  'partnership', (select json_build_object('id', q.id, 'name', q.name) from partnerships q where q.district_id = l.district_id and q.id = l.partnership_id),
  'toName', l.to_name, 'toAddress', l.to_address, 'subject', l.subject, 'body', l.body,
  'missing', (select coalesce(json_agg(distinct x.field[1]), '[]')
    from regexp_matches(l.subject || ' ' || l.body, '\\{([a-z]+(?:_[a-z]+)*)\\}', 'g') x (field)),
  'sentAt', ${utc('l.sent_at')}, 'sentHow', l.sent_how, 'sentByName', l.sent_by_name, 'createdAt', ${utc('l.created_at')}, 'version', l.version)`

/** A letter is seen by whoever sees its school or its partnership; one without either, by whoever sees every school. */
const letterScope = (
  scope: string,
): string => `(${scope}::uuid[] is null or l.school_id = any (${scope}) or exists (select from partnership_schools k
  where k.district_id = l.district_id and k.partnership_id = l.partnership_id and k.school_id = any (${scope})))`

const one = statement<{ letter: Letter }>(`select ${letterJson} as letter from letters l
  where l.district_id = app_district() and l.id = $1 and ${letterScope('$2')}`)
export const letterOf = async (db: Db, scope: Scope, letterId: string) =>
  (await db.one(one, [letterId, scope]))?.letter

const held = statement<{ letter: Letter }>(`select ${letterJson} as letter from letters l
  where l.district_id = app_district() and l.id = $1 and ${letterScope('$2')} for update of l`)
/** The same, held so that nobody sends or changes it meanwhile. */
export const holdLetter = async (db: Db, scope: Scope, letterId: string) =>
  (await db.one(held, [letterId, scope]))?.letter

const update = statement(`update letters set to_name = $2, to_address = $3, subject = $4, body = $5
  where district_id = app_district() and id = $1`)
export const updateLetter = (db: Db, { id, toName, toAddress, subject, body }: Letter) =>
  db.run(update, [id, toName, toAddress, subject, body])

const send = statement(`with sent as (update letters set sent_at = now(), sent_how = $2, sent_by_name = $4
    where district_id = app_district() and id = $1 returning *)
  insert into partnership_events (district_id, partnership_id, kind, body, author_id, author_name)
    select district_id, partnership_id, case side when 'partner' then 'letter' else 'people' end, subject, $3::uuid, $4
    from sent where partnership_id is not null`)
/** Marks a letter as sent and writes it on the timeline of its partnership. */
export const markSent = (
  db: Db,
  letterId: string,
  how: 'email' | 'paper',
  author: { id: string | null; name: string },
) => db.run(send, [letterId, how, author.id, author.name])

export interface LetterRow {
  kind: string
  side: string
  organization: string
  partnership: string | null
  departure?: string
  school?: string | null
  locale: string
  to_name: string
  to_address: string
  subject: string
  body: string
}
const insert = statement<{
  id: string
}>(`insert into letters (district_id, kind, side, organization_id, partnership_id, departure_id, school_id, locale, to_name,
      to_address, subject, body, created_by_name)
    select app_district(), l.*, $2 from json_to_recordset($1::json) as l (kind text, side text, organization uuid, partnership uuid,
      departure uuid, school uuid, locale text, to_name text, to_address text, subject text, body text) returning id`)
export const insertLetters = (db: Db, letters: readonly LetterRow[], by: string) =>
  db.many(insert, [JSON.stringify(letters), by])

const remove = statement('delete from letters where district_id = app_district() and id = $1')
export const deleteLetter = (db: Db, letterId: string) => db.run(remove, [letterId])

export const letterList = listBy({
  alias: 'l',
  from: 'letters l',
  filters: {
    scope: letterScope('?'),
    organizationId: 'l.organization_id = ?::uuid',
    partnershipId: 'l.partnership_id = ?::uuid',
    kind: 'l.kind = ?',
    sent: '? = (l.sent_at is not null)',
  },
  sorts: { newest: [['l.id', 'uuid']] },
  item: letterJson,
})

const house = statement<{ name: string }>('select name from districts where id = app_district()')
export const districtName = async (db: Db): Promise<string> => (await db.one(house))?.name ?? ''
