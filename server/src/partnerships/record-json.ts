import {
  array,
  bare,
  bareOrNull,
  json,
  object,
  text,
  when,
  word,
  wordOrNull,
  type Piece,
} from '../db/json-sql.ts'
import { utc } from '../db/utc.ts'

/** What list, board and record have in common; `p` is the partnership, `o` its organisation, `u` its lead. */
const ownPieces: Readonly<Record<string, Piece>> = {
  id: word('p.id'),
  name: text('p.name'),
  stage: word('p.stage'),
  stageSince: word('p.stage_since'),
  scope: word('p.scope'),
  formality: word('p.formality'),
  intensity: word('p.intensity'),
  startsOn: wordOrNull('p.starts_on'),
  endsOn: wordOrNull('p.ends_on'),
  schoolCount: bare('p.school_count'),
  studentsReached: bareOrNull('p.students_reached'),
  categoryCodes: json('p.category_codes'),
  priorityCount: bare('p.priority_count'),
  lead: when('u.id is not null', object({ id: word('u.id'), name: text('u.name') })),
  lastContactOn: wordOrNull('p.last_contact_on'),
  version: bare('p.version'),
}

export const item = object({
  organization: object({ id: word('o.id'), name: text('o.name') }),
  ...ownPieces,
})

export const itemJoins = `join organizations o on o.district_id = p.district_id and o.id = p.organization_id
  left join users u on u.district_id = p.district_id and u.id = p.lead_user_id`

export const event = object({
  id: word('e.id'),
  kind: word('e.kind'),
  happenedOn: word('e.happened_on'),
  body: text('e.body'),
  fromStage: wordOrNull('e.from_stage'),
  toStage: wordOrNull('e.to_stage'),
  reason: json('e.reason'),
  authorName: text('e.author_name'),
  createdAt: word(utc('e.created_at')),
})

const own = (table: string) => `${table}.district_id = p.district_id and ${table}.partnership_id = p.id`

const recordFields: Readonly<Record<string, Piece>> = {
  ...ownPieces,
  organization: object({ id: word('o.id'), name: text('o.name'), type: word('o.type') }),
  summary: text('p.summary'),
  mutualBenefit: text('p.mutual_benefit'),
  kind: wordOrNull('p.kind'),
  oversight: text('p.oversight'),
  source: text('p.source'),
  partnerLead: when(
    'c.id is not null',
    object({ id: word('c.id'), name: text('c.name'), email: text('c.email'), phone: text('c.phone') }),
  ),
  schools: array(
    object({ id: word('s.id'), name: text('s.name'), code: text('s.code'), level: word('s.level') }),
    `partnership_schools l join schools s on s.district_id = l.district_id and s.id = l.school_id where ${own('l')}`,
    's.name',
  ),
  categories: array(
    object({ id: word('k.id'), name: text('k.name'), code: text('k.code') }),
    `partnership_categories l join categories k on k.district_id = l.district_id and k.id = l.category_id where ${own('l')}`,
    'k.position',
  ),
  priorities: array(
    object({ id: word('r.id'), title: text('r.title') }),
    `partnership_priorities l join priorities r on r.district_id = l.district_id and r.id = l.priority_id where ${own('l')}`,
    'r.position',
  ),
  services: array(
    object({
      id: word('s.id'),
      name: text('s.name'),
      categoryCode: text('k.code'),
      tier: bareOrNull('s.tier'),
    }),
    `partnership_services l join services s on s.district_id = l.district_id and s.id = l.service_id
      join categories k on k.district_id = s.district_id and k.id = s.category_id where ${own('l')}`,
    's.name',
  ),
  timeline: array(
    event,
    `(select * from partnership_events e where ${own('e')} order by e.id desc limit 20) e`,
    'e.id desc',
  ),
  createdAt: word(utc('p.created_at')),
  updatedAt: word(utc('p.updated_at')),
}

export const record = object(recordFields)

const none = json("'[]'::json")

/**
 * A partnership in the statement that makes it, where `p` is the new row and `e` its first event: nothing is linked to
 * it yet, and what that same statement writes elsewhere it cannot see.
 */
export const newRecord = object({
  ...recordFields,
  schools: none,
  categories: none,
  priorities: none,
  services: none,
  timeline: array(event, 'e', 'e.id'),
})

export const recordJoins = `${itemJoins}
  left join contacts c on c.district_id = p.district_id and c.id = p.partner_lead_id`
