import { inOrder, joinPartnership, ofPartnership, reaches, today, dayOf, type Group } from './sql-parts.ts'

const own = (alias: string): string => `${alias}.district_id = app_district()`

/** Agreements longer in their stage than the standard and than is usual here (shared/src/agreements/clock.ts). */
export const stuck: Group = {
  found: inOrder(
    'a.id',
    `agreements a join limits m on m.stage = a.stage and m.intensity = a.intensity
      where ${own('a')} and a.stage in ('draft', 'legal', 'risk', 'board', 'signatures')
        and a.stage_since < now() - make_interval(days => m.limit_days + 1) and ${reaches('a.district_id', 'a.partnership_id')}`,
    'a.stage_since, a.id',
  ),
  from: `agreements a on ${own('a')} and a.id = f.id ${joinPartnership('a.district_id', 'a.partnership_id')}`,
  item: { ...ofPartnership, title: 'a.title', state: 'a.stage', day: dayOf('a.stage_since') },
}

/** Agreements whose partner asked for a change that nobody has dealt with. */
export const wishes: Group = {
  found: inOrder(
    'w.id, w.since, w.count',
    `(select a.id, min(c.created_at) as since, count(*)::integer as count from agreement_comments c
        join agreements a on a.district_id = c.district_id and a.id = c.agreement_id
      where ${own('c')} and c.resolved_at is null and a.stage in ('draft', 'legal', 'risk', 'board', 'signatures')
        and ${reaches('a.district_id', 'a.partnership_id')} group by a.id) w`,
    'w.since, w.id',
  ),
  from: `agreements a on ${own('a')} and a.id = f.id ${joinPartnership('a.district_id', 'a.partnership_id')}`,
  item: { ...ofPartnership, title: 'a.title', state: "'asked'", day: dayOf('f.since'), count: 'f.count' },
}

const signed = (
  side: string,
): string => `exists (select from meeting_answers n where n.district_id = m.district_id
  and n.meeting_id = m.id and n.side = '${side}' and n.answer = 'signed' and n.text_version = m.text_version)`
/** Check-ins whose day is over and that are not written up, or that miss a signature. */
export const checkIns: Group = {
  found: inOrder(
    'm.id',
    `meetings m where ${own('m')} and m.kind = 'check_in' and m.status in ('planned', 'held') and m.day <= ${today}
      and (m.status = 'held' or m.day < ${today}) and ${reaches('m.district_id', 'm.partnership_id')}`,
    'm.day, m.id',
  ),
  from: `meetings m on ${own('m')} and m.id = f.id ${joinPartnership('m.district_id', 'm.partnership_id')}`,
  item: {
    ...ofPartnership,
    title: 'p.name',
    state: `case when m.status = 'planned' then 'overdue' when ${signed('district')} then 'sign_partner' else 'sign_district' end`,
    day: 'm.day',
  },
}

/** Promises of signed agreements that are overdue, of either side. */
export const promises: Group = {
  found: inOrder(
    'x.id',
    `obligation_dues x where ${own('x')} and x.status = 'open' and x.due_on < ${today}
      and ${reaches('x.district_id', 'x.partnership_id')}`,
    'x.due_on, x.id',
  ),
  from: `obligation_dues x on ${own('x')} and x.id = f.id
    join obligations b on b.district_id = x.district_id and b.id = x.obligation_id
    ${joinPartnership('x.district_id', 'x.partnership_id')}`,
  item: {
    ...ofPartnership,
    title: 'b.what',
    state: "'overdue'",
    parentId: 'x.agreement_id',
    side: 'x.side',
    day: 'x.due_on',
    version: 'x.version',
  },
}

/** What somebody of either side was to do after a meeting, and has not done by its day. */
export const actions: Group = {
  found: inOrder(
    'x.id',
    `meeting_actions x join meetings m on m.district_id = x.district_id and m.id = x.meeting_id
      where ${own('x')} and x.done_on is null and x.due_on < ${today} and m.status <> 'cancelled'
        and ((m.partnership_id is null and $1::uuid[] is null and $2::uuid is null)
          or (m.partnership_id is not null and ${reaches('m.district_id', 'm.partnership_id')}))`,
    'x.due_on, x.id',
  ),
  from: `meeting_actions x on ${own('x')} and x.id = f.id
    join meetings m on m.district_id = x.district_id and m.id = x.meeting_id
    ${joinPartnership('m.district_id', 'm.partnership_id', 'left join')}`,
  item: {
    ...ofPartnership,
    title: 'x.what',
    state: "'overdue'",
    parentId: 'm.id',
    side: 'x.side',
    day: 'x.due_on',
    version: 'x.version',
  },
}

/** Hours that volunteers reported and nobody has decided on, by partnership. */
export const hours: Group = {
  found: inOrder(
    'h.id, h.since, h.count',
    `(select v.partnership_id as id, min(v.submitted_at) as since, count(*)::integer as count from volunteer_hours v
      where ${own('v')} and v.status = 'submitted' and ${reaches('v.district_id', 'v.partnership_id')}
      group by v.partnership_id) h`,
    'h.since, h.id',
  ),
  from: `partnerships p on ${own('p')} and p.id = f.id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id`,
  item: { ...ofPartnership, title: 'p.name', state: "'submitted'", day: dayOf('f.since'), count: 'f.count' },
}
