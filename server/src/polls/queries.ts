import type { NewPoll, PollFilters, PollProgress } from '@common-table/shared/polls/schemas'
import { stagesInForce } from '@common-table/shared/partnerships/stages'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const running = stagesInForce.map((stage) => `'${stage}'`).join(', ')

/**
 * Partners that are at work: a partnership runs today, whether or not its paper is signed, since the question is what
 * happens on the ground. $1 kinds of help, $2 schools, $3 tier; an empty list and null mean all.
 */
const meant = `select o.id from organizations o, (select (now() at time zone time_zone)::date as today from districts where id = app_district()) d
  where o.district_id = app_district() and o.status <> 'inactive' and o.type <> 'district_program'
    and exists (select from partnerships p where p.district_id = o.district_id and p.organization_id = o.id and p.stage in (${running})
      and (p.starts_on is null or p.starts_on <= d.today) and (p.ends_on is null or p.ends_on >= d.today)
      and (cardinality($2::uuid[]) = 0 or p.scope = 'district' or exists (select from partnership_schools l
        where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = any ($2))))
    and ((cardinality($1::uuid[]) = 0 and $3::smallint is null)
      or exists (select from services v where v.district_id = o.district_id and v.organization_id = o.id and v.status = 'active'
        and (cardinality($1::uuid[]) = 0 or v.category_id = any ($1) or v.also_category_ids && $1::uuid[])
        and ($3::smallint is null or v.tier = $3))
      or ($3::smallint is null and exists (select from partnerships p join partnership_categories c on c.district_id = p.district_id
          and c.partnership_id = p.id
        where p.district_id = o.district_id and p.organization_id = o.id and p.stage in (${running}) and c.category_id = any ($1))))`
const contact = `left join lateral (select c.id, c.name, c.email from contacts c where c.district_id = app_district() and c.organization_id = m.id
    and c.email <> '' order by c.is_primary desc, c.name, c.id limit 1) c on true`
const wanted = ({
  categoryIds = [],
  schoolIds = [],
  tier = null,
}: Omit<PollFilters, 'tier'> & { tier?: number | null }) => [categoryIds, schoolIds, tier]

const audience = statement<{ partners: number; unreachable: number }>(`select count(*)::integer as partners,
    (count(*) filter (where c.id is null))::integer as unreachable from (${meant}) m ${contact}`)
export const audienceOf = async (db: Db, filters: PollFilters) => (await db.one(audience, wanted(filters)))! // an aggregate is one row

const insert = statement<{
  id: string
}>(`insert into delivery_polls (district_id, category_ids, school_ids, tier, note, started_by, started_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6) returning id`)
const insertAnswers =
  statement(`insert into delivery_poll_answers (district_id, delivery_poll_id, organization_id, contact_id, to_name, to_email)
  select app_district(), $4, m.id, c.id, coalesce(c.name, ''), coalesce(c.email, '') from (${meant}) m ${contact}`)
/** A poll with a row for everyone it means; answers how many they are. */
export const insertPoll = async (
  db: Db,
  { note = '', ...filters }: NewPoll,
  by: { id: string | null; name: string },
): Promise<{ id: string; partners: number }> => {
  const { id } = (await db.one(insert, [...wanted(filters), note, by.id, by.name]))! // an insert returns its row
  return { id, partners: await db.run(insertAnswers, [...wanted(filters), id]) }
}

const countsJson = `json_build_object('asked', count(x.id), 'unreachable', count(x.id) filter (where x.to_email = ''),
    'yes', count(x.id) filter (where x.answer = 'yes'), 'partly', count(x.id) filter (where x.answer = 'partly'),
    'no', count(x.id) filter (where x.answer = 'no'), 'silent', count(x.id) filter (where x.answer is null))`
const countsOf = (poll: string): string => `(select ${countsJson} from delivery_poll_answers x
    where x.district_id = ${poll}.district_id and x.delivery_poll_id = ${poll}.id)`
const pollJson = `json_build_object('id', p.id, 'note', p.note, 'tier', p.tier, 'startedByName', p.started_by_name,
    'startedAt', p.created_at, 'closedAt', p.closed_at, 'closedByName', p.closed_by_name, 'version', p.version,
    'categories', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es) order by k.name), '[]')
      from categories k where k.district_id = p.district_id and k.id = any (p.category_ids)),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
      from schools s where s.district_id = p.district_id and s.id = any (p.school_ids)),
    'counts', ${countsOf('p')})`
const list = statement<{
  polls: string
}>(`select coalesce(json_agg(p.item order by p.id desc), '[]')::text as polls
  from (select p.id, ${pollJson} as item from delivery_polls p where p.district_id = app_district() order by p.id desc limit 100) p`)
/** The hundred latest as a JSON array. */
export const pollList = async (db: Db) => (await db.one(list))!.polls // an aggregate is one row

const one = statement<{
  poll: string
  version: number
  closed: boolean
  note: string
  startedBy: string | null
}>(`select ${pollJson}::text as poll,
    p.version, p.closed_at is not null as closed, p.note, p.started_by as "startedBy"
  from delivery_polls p where p.district_id = app_district() and p.id = $1`)
export const pollOf = (db: Db, id: string) => db.one(one, [id])

const answerJson = `json_build_object('id', x.id, 'organization', json_build_object('id', o.id, 'name', o.name),
    'to', case when x.to_email <> '' then json_build_object('name', x.to_name, 'email', x.to_email) end,
    'timesAsked', x.times_asked, 'askedAt', x.asked_at, 'answer', x.answer, 'fromDay', x.from_day, 'note', x.note,
    'answeredAt', x.answered_at, 'answeredByName', x.answered_by_name, 'version', x.version)`
const ofOrganization = 'join organizations o on o.district_id = x.district_id and o.id = x.organization_id'
// What needs somebody's eye comes first: no, in part, silent; then those that go on.
const answers = statement<{ answers: string; refusing: string[] }>(`select coalesce(json_agg(${answerJson}
    order by array_position(array['no', 'partly', null, 'yes'], x.answer), o.name, x.id), '[]')::text as answers,
    coalesce(array_agg(x.organization_id) filter (where x.answer = 'no'), '{}') as refusing
  from delivery_poll_answers x ${ofOrganization} where x.district_id = app_district() and x.delivery_poll_id = $1`)
/** Everyone's answer as JSON, and who said no. */
export const answersOf = async (db: Db, pollId: string) => (await db.one(answers, [pollId]))! // an aggregate is one row
const answerOne = statement<{
  answer: string
  version: number
}>(`select ${answerJson}::text as answer, x.version
  from delivery_poll_answers x ${ofOrganization} where x.district_id = app_district() and x.id = $1`)
export const answerOf = (db: Db, id: string) => db.one(answerOne, [id])

const progress = statement<{
  progress: PollProgress
}>(`select json_build_object('counts', ${countsOf('p')}, 'ended', p.closed_at is not null,
    'lastAnswerAt', (select max(x.answered_at) from delivery_poll_answers x where x.district_id = p.district_id and x.delivery_poll_id = p.id)) as progress
  from delivery_polls p where p.district_id = app_district() and p.id = $1`)
export const progressOf = async (db: Db, id: string) => (await db.one(progress, [id]))?.progress

const close =
  statement(`update delivery_polls set closed_at = case when $2 then coalesce(closed_at, now()) end,
    closed_by_name = case when $2 then $3 else '' end where district_id = app_district() and id = $1`)
export const closePoll = (db: Db, id: string, closed: boolean, by: string) => db.run(close, [id, closed, by])
