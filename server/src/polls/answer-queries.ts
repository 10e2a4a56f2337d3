import type { DeliveryAnswer } from '@common-table/shared/polls/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface HeldAnswer {
  id: string
  pollId: string
  organizationId: string
  organizationName: string
  closed: boolean
  startedBy: string | null
  version: number
}
const held =
  statement<HeldAnswer>(`select x.id, x.delivery_poll_id as "pollId", x.organization_id as "organizationId",
    o.name as "organizationName", p.closed_at is not null as closed, p.started_by as "startedBy", x.version
  from delivery_poll_answers x join delivery_polls p on p.district_id = x.district_id and p.id = x.delivery_poll_id
    join organizations o on o.district_id = x.district_id and o.id = x.organization_id
  where x.district_id = app_district() and x.id = $1 for no key update of x`)
/** One partner's row, held until the transaction ends. */
export const holdAnswer = (db: Db, id: string) => db.one(held, [id])

const keep =
  statement(`with kept as (update delivery_poll_answers set answer = $2, from_day = $3, note = $4, answered_at = now(),
      answered_by_name = $5 where district_id = app_district() and id = $1 returning delivery_poll_id)
  select pg_notify('polls', json_build_object('id', delivery_poll_id)::text) from kept`)
/** Keeps what a partner said and tells whoever watches the board. */
export const keepAnswer = (
  db: Db,
  id: string,
  said: { answer: DeliveryAnswer; fromDay: string | null; note: string; by: string },
) => db.run(keep, [id, said.answer, said.fromDay, said.note, said.by])

const tell = statement(`select pg_notify('polls', json_build_object('id', $1::uuid)::text)`)
export const tellBoard = (db: Db, pollId: string) => db.run(tell, [pollId])

export interface Silent {
  id: string
  organizationId: string
  organizationName: string
  contactId: string
  name: string
  email: string
  locale: 'en' | 'es'
}
const silent =
  statement<Silent>(`select x.id, x.organization_id as "organizationId", o.name as "organizationName",
    x.contact_id as "contactId", x.to_name as name, x.to_email as email,
    case when c.language like 'es%' then 'es' else 'en' end as locale
  from delivery_poll_answers x join organizations o on o.district_id = x.district_id and o.id = x.organization_id
    left join contacts c on c.district_id = x.district_id and c.id = x.contact_id
  where x.district_id = app_district() and x.delivery_poll_id = $1 and x.answer is null and x.to_email <> '' order by o.name, x.id`)
/** Who has not answered and can be written to. */
export const silentOf = (db: Db, pollId: string) => db.many(silent, [pollId])

const asked = statement(`update delivery_poll_answers set times_asked = times_asked + 1, asked_at = now()
  where district_id = app_district() and delivery_poll_id = $1 and answer is null and to_email <> ''`)
export const markAsked = (db: Db, pollId: string) => db.run(asked, [pollId])

const question = statement<{
  question: string
}>(`select json_build_object('organizationName', o.name, 'note', p.note,
    'startedAt', p.created_at, 'closed', p.closed_at is not null, 'answer', x.answer, 'fromDay', x.from_day, 'answerNote', x.note,
    'answeredAt', x.answered_at, 'schools', (select coalesce(json_agg(s.name order by s.name), '[]') from schools s
      where s.district_id = x.district_id and s.id in (select t.school_id from service_sites t join services v
          on v.district_id = t.district_id and v.id = t.service_id
        where t.district_id = x.district_id and v.organization_id = x.organization_id and t.status = 'active')))::text as question
  from delivery_poll_answers x join delivery_polls p on p.district_id = x.district_id and p.id = x.delivery_poll_id
    join organizations o on o.district_id = x.district_id and o.id = x.organization_id
  where x.district_id = app_district() and x.id = $1`)
export const questionOf = async (db: Db, answerId: string) => (await db.one(question, [answerId]))?.question
