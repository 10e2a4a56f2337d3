import type { NewOutreachStep, OutreachStepChange } from '@common-table/shared/pipeline/prospect-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { stepJson } from './prospect-json.ts'

const one = statement<{
  step: string
  version: number
  prospect: string
  organization: string
  channel: string
  what: string
}>(`
  select ${stepJson('t')}::text as step, t.version, t.prospect_id as prospect, x.organization_id as organization, t.channel, t.what
  from outreach_steps t join prospects x on x.district_id = t.district_id and x.id = t.prospect_id
  where t.district_id = app_district() and t.id = $1`)
export const findStep = (db: Db, id: string) => db.one(one, [id])

const insert = statement<{
  id: string
}>(`insert into outreach_steps (district_id, prospect_id, position, channel, what, owner_user_id, due_on)
  select app_district(), $1, coalesce((select max(position) + 1 from outreach_steps where district_id = app_district() and prospect_id = $1), 0),
    $2, $3, $4, $5::date returning id`)
export const insertStep = async (db: Db, prospectId: string, step: NewOutreachStep): Promise<string> =>
  (await db.one(insert, [prospectId, step.channel, step.what, step.ownerUserId ?? null, step.dueOn ?? null]))!
    .id // an insert returns its row

const update = statement<{
  id: string
}>(`update outreach_steps set channel = coalesce($3, channel), what = coalesce($4, what),
    owner_user_id = case when $5 then $6::uuid else owner_user_id end,
    due_on = case when $7 then $8::date else due_on end, done_on = case when $9 then $10::date else done_on end
  where district_id = app_district() and id = $1 and version = $2 returning id`)
export const updateStep = async (
  db: Db,
  id: string,
  version: number,
  change: OutreachStepChange,
): Promise<boolean> =>
  (await db.one(update, [
    id,
    version,
    change.channel ?? null,
    change.what ?? null,
    'ownerUserId' in change,
    change.ownerUserId ?? null,
    'dueOn' in change,
    change.dueOn ?? null,
    'doneOn' in change,
    change.doneOn ?? null,
  ])) !== undefined

const remove = statement('delete from outreach_steps where district_id = app_district() and id = $1')
export const removeStep = async (db: Db, id: string): Promise<boolean> => (await db.run(remove, [id])) > 0

const begin = statement(`update prospects set stage = 'contacted', stage_since = current_date
  where district_id = app_district() and id = $1 and stage = 'identified'`)
/** The first step that is done is the first contact. */
export const beginContact = (db: Db, prospectId: string) => db.run(begin, [prospectId])

const facts = statement<{
  willingness: 'unknown' | 'reluctant' | 'open' | 'keen'
  owner: string | null
  knowers: { name: string; closeness: 'met' | 'works_with' | 'close' }[]
  open: { channel: string; what: string }[]
}>(`
  select x.willingness, x.owner_user_id as owner,
    coalesce((select json_agg(json_build_object('name', coalesce(w.name, k.name, a.knower_name), 'closeness', a.closeness))
      from acquaintances a left join users w on w.district_id = a.district_id and w.id = a.user_id
        left join contacts k on k.district_id = a.district_id and k.id = a.knower_contact_id
      where a.district_id = x.district_id and a.organization_id = x.organization_id), '[]') as knowers,
    coalesce((select json_agg(json_build_object('channel', t.channel, 'what', t.what)) from outreach_steps t
      where t.district_id = x.district_id and t.prospect_id = x.id and t.done_on is null), '[]') as open
  from prospects x where x.district_id = app_district() and x.id = $1`)
/** What a plan is made from: how willing the prospect is, who knows its people, and the steps that are planned already. */
export const planFacts = (db: Db, prospectId: string) => db.one(facts, [prospectId])
