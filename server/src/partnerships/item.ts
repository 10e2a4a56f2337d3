import { bare, bareOrNull, json, object, text, when, word, wordOrNull, type Piece } from '../db/json-sql.ts'

/** What list, board and record have in common; `p` is the partnership, `o` its organisation, `u` its lead. */
export const ownPieces: Readonly<Record<string, Piece>> = {
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

/** SQL per filter. `schools` is the caller's own schools: a principal sees partnerships of those only. */
export const filterSql = {
  schools: `exists (select from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any (?::uuid[]))`,
  q: `p.id in (select id from find_partnerships(?))`,
  stage: `p.stage = ?`,
  stages: `p.stage = any (?::text[])`,
  category: `p.category_codes && ?::text[]`,
  scope: `p.scope = ?`,
  formality: `p.formality = ?`,
  intensity: `p.intensity = ?`,
  schoolId: `exists (select from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = ?::uuid)`,
  organizationId: `p.organization_id = ?::uuid`,
  priorityId: `exists (select from partnership_priorities s where s.district_id = p.district_id and s.partnership_id = p.id and s.priority_id = ?::uuid)`,
  leadUserId: `p.lead_user_id = ?::uuid`,
  endsBefore: `p.ends_on <= ?::date and p.stage <> 'ended'`,
  goingCold: `? = (p.stage not in ('paused', 'ended') and coalesce(p.last_contact_on, p.created_at::date) < current_date - (select going_cold_days from districts where id = app_district())::integer)`,
  unaligned: `? = (p.priority_count = 0)`,
  withoutLead: `? = (p.lead_user_id is null)`,
}
