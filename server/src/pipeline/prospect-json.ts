/** What list, board and record of a prospect `x` have in common, as JSON. */
export const prospectFields = `'id', x.id, 'organization', json_build_object('id', o.id, 'name', o.name, 'type', o.type,
    'sectors', organization_sectors(o.type, o.sectors, o.category_ids)),
  'stage', x.stage, 'stageSince', x.stage_since, 'willingness', x.willingness, 'priority', x.priority, 'goal', x.goal,
  'owner', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
  'schoolCount', (select count(*) from prospect_schools l where l.district_id = x.district_id and l.prospect_id = x.id),
  'knowers', (select count(*) from acquaintances a where a.district_id = x.district_id and a.organization_id = x.organization_id),
  'lastContactOn', x.last_contact_on, 'silentDays', greatest(0, current_date - coalesce(x.last_contact_on, x.created_at::date)),
  'cold', x.stage not in ('joined', 'declined')
    and current_date - coalesce(x.last_contact_on, x.created_at::date) > d.going_cold_days,
  'nextOn', x.next_on, 'source', x.source, 'closedReason', x.closed_reason, 'version', x.version`

export const prospectJoins = `join organizations o on o.district_id = x.district_id and o.id = x.organization_id
  join districts d on d.id = x.district_id
  left join users u on u.district_id = x.district_id and u.id = x.owner_user_id`

/** SQL per filter. `schools` is the caller's own schools: a principal sees the prospects wanted for those. */
export const prospectFilters = {
  schools: `exists (select from prospect_schools s where s.district_id = x.district_id and s.prospect_id = x.id and s.school_id = any (?::uuid[]))`,
  q: `x.organization_id in (select organization_id from search_organizations(?, 2147483647))`,
  stage: `x.stage = any (?::text[])`,
  sector: `(select organization_sectors(s.type, s.sectors, s.category_ids) from organizations s
    where s.district_id = x.district_id and s.id = x.organization_id) && ?::text[]`,
  ownerUserId: `x.owner_user_id = ?::uuid`,
  schoolId: `exists (select from prospect_schools s where s.district_id = x.district_id and s.prospect_id = x.id and s.school_id = ?::uuid)`,
  organizationId: `x.organization_id = ?::uuid`,
  cold: `? = (x.stage not in ('joined', 'declined') and current_date - coalesce(x.last_contact_on, x.created_at::date)
    > (select going_cold_days from districts where id = app_district()))`,
  due: `? = (x.stage not in ('joined', 'declined') and x.next_on is not null and x.next_on <= current_date)`,
}

export const stepJson = (
  t: string,
): string => `json_build_object('id', ${t}.id, 'channel', ${t}.channel, 'what', ${t}.what,
  'owner', (select json_build_object('id', w.id, 'name', w.name) from users w where w.district_id = ${t}.district_id and w.id = ${t}.owner_user_id),
  'dueOn', ${t}.due_on, 'doneOn', ${t}.done_on, 'version', ${t}.version)`
