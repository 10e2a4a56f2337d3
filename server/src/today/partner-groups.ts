import {
  documentDays,
  endedDays,
  endingDays,
  forgottenDays,
  noticeDays,
  unansweredDays,
} from '@common-table/shared/today/kinds'
import {
  dayOf,
  first,
  goesOn,
  inOrder,
  joinPartnership,
  ofOrganization,
  ofPartnership,
  reaches,
  today,
  worksWith,
  type Group,
} from './sql-parts.ts'

const own = (alias: string): string => `${alias}.district_id = app_district()`

/** Help offered through the public form, until a person has answered. */
export const offers: Group = {
  found: inOrder('x.id', `offers x where ${own('x')} and x.status = 'new'`, 'x.id'),
  from: `offers x on ${own('x')} and x.id = f.id
    left join organizations o on o.district_id = x.district_id and o.id = x.organization_id`,
  item: {
    ...ofOrganization,
    title: 'x.organization_name',
    state: "'new'",
    day: dayOf('x.created_at'),
    students: 'x.students',
  },
}

/** Steps of an outreach plan whose day is over. */
export const steps: Group = {
  found: inOrder(
    'x.id',
    `outreach_steps x join prospects r on r.district_id = x.district_id and r.id = x.prospect_id
      where ${own('x')} and x.done_on is null and x.due_on < ${today} and r.stage not in ('joined', 'declined')
        and ($2::uuid is null or coalesce(x.owner_user_id, r.owner_user_id) = $2)`,
    'x.due_on, x.id',
  ),
  from: `outreach_steps x on ${own('x')} and x.id = f.id
    join prospects r on r.district_id = x.district_id and r.id = x.prospect_id
    join organizations o on o.district_id = r.district_id and o.id = r.organization_id`,
  item: {
    ...ofOrganization,
    title: 'x.what',
    state: "'overdue'",
    parentId: 'r.id',
    day: 'x.due_on',
    version: 'x.version',
  },
}

const since = `age(${today}, a.ends_on + 1)`
/** The end of the present term of one that renewed itself, to within a day or two (months are not of one length), at a hundredth of the cost. */
const roughEnd = `(a.ends_on + make_interval(months => a.term_months
    * (floor((date_part('year', ${since}) * 12 + date_part('month', ${since})) / a.term_months)::integer + 1)))::date`
/**
 * What ends soon, or just ended, with no renewal begun: agreements, those that renew themselves while notice can still
 * be given, and partnerships that have an end but no agreement in force.
 */
export const expiring: Group = {
  found: inOrder(
    'e.id, e.partnership_id, e.agreement, e.day, e.state',
    `((select a.id, a.partnership_id, true as agreement, a.ends_on as day, 'ends' as state from agreements a
      where ${own('a')} and a.stage = 'signed' and not a.renews and a.last_day is null
        and a.ends_on between ${today} - ${endedDays} and ${today} + ${endingDays}
        and ${goesOn('a.district_id', 'a.partnership_id')} and ${reaches('a.district_id', 'a.partnership_id')}
        and not exists (select from agreements n where n.district_id = a.district_id and n.from_agreement_id = a.id
          and n.kind = 'renewal' and n.stage <> 'withdrawn' offset 0)
      ${first('a.ends_on, a.id')})
      union all
      (select a.id, a.partnership_id, true, a.notice_on, 'notice' from agreements a
      where ${own('a')} and a.stage = 'signed' and a.renews and a.last_day is null and a.ends_on >= ${today}
        and a.notice_on between ${today} and ${today} + ${noticeDays}
        and ${goesOn('a.district_id', 'a.partnership_id')} and ${reaches('a.district_id', 'a.partnership_id')}
      ${first('a.notice_on, a.id')})
      union all
      select t.id, t.partnership_id, true, t.day, 'notice' from (
        select a.id, a.partnership_id, a.district_id, agreement_term_end(a, ${today}) - a.notice_days as day from agreements a
        where ${own('a')} and a.stage = 'signed' and a.renews and a.last_day is null and a.ends_on < ${today}
          and ${roughEnd} - a.notice_days between ${today} - 5 and ${today} + ${noticeDays + 5} and ${goesOn('a.district_id', 'a.partnership_id')} offset 0) t
      where t.day between ${today} and ${today} + ${noticeDays} and ${reaches('t.district_id', 't.partnership_id')}
      union all
      (select p.id, p.id, false, p.ends_on, 'ends' from partnerships p
      where ${own('p')} and p.stage in ('active', 'expanding')
        and p.ends_on between ${today} - ${endedDays} and ${today} + ${endingDays}
        and ${reaches('p.district_id', 'p.id')}
        and not exists (select from agreements n where n.district_id = p.district_id and n.partnership_id = p.id
          and n.stage <> 'withdrawn' offset 0)
      ${first('p.ends_on, p.id')})) e`,
    'e.day, e.id',
  ),
  from: `(select true) one (row) on true
    left join agreements a on f.agreement and ${own('a')} and a.id = f.id
    ${joinPartnership('app_district()', 'f.partnership_id')}`,
  item: {
    ...ofPartnership,
    title: 'coalesce(a.title, p.name)',
    state: 'f.state',
    parentId: 'a.id',
    day: 'f.day',
    students: 'p.students_reached',
  },
}

/** Documents of partners at work: handed in and not looked at, ending, or ended with nothing newer. */
export const documents: Group = {
  found: inOrder(
    'c.id',
    `((select s.id, null::date as day, 1 as last from compliance_documents s
        where ${own('s')} and s.status = 'submitted' and ${worksWith('s.district_id', 's.organization_id')}
        ${first('s.id')})
      union all
      (select c.id, c.expires_on, 2 from compliance_documents c
        where ${own('c')} and c.status = 'approved'
          and c.expires_on between ${today} - ${endedDays} and ${today} + ${documentDays}
          and not exists (select from compliance_documents n where n.district_id = c.district_id
            and n.organization_id = c.organization_id and n.kind = c.kind and n.id <> c.id
            and (n.status = 'submitted' or (n.status = 'approved' and coalesce(n.expires_on, 'infinity') > c.expires_on)) offset 0)
          and ${worksWith('c.district_id', 'c.organization_id')}
        ${first('c.expires_on, c.id')})) c`,
    'c.last, c.day, c.id',
  ),
  from: `compliance_documents c on ${own('c')} and c.id = f.id
    join organizations o on o.district_id = c.district_id and o.id = c.organization_id`,
  item: {
    ...ofOrganization,
    title: 'c.kind',
    state: `case when c.status = 'submitted' then 'submitted' when c.expires_on < ${today} then 'expired' else 'expires' end`,
    day: `case when c.status = 'submitted' then ${dayOf('c.submitted_at')} else c.expires_on end`,
  },
}

/** Links that were sent and not used: what a partner was asked for and has not answered. */
export const links: Group = {
  found: inOrder(
    'x.id',
    `links x where ${own('x')} and x.used_at is null and x.revoked_at is null and x.replaced_at is null
      and x.created_at < now() - interval '${unansweredDays} days' and x.expires_at > now() - interval '${forgottenDays} days'
      and (case when x.partnership_id is null then ${worksWith('x.district_id', 'x.organization_id')}
        else ${reaches('x.district_id', 'x.partnership_id')} end)`,
    'x.created_at, x.id',
  ),
  from: `links x on ${own('x')} and x.id = f.id
    left join partnerships p on p.district_id = x.district_id and p.id = x.partnership_id
    join organizations o on o.district_id = x.district_id and o.id = x.organization_id`,
  item: {
    ...ofPartnership,
    title: 'x.purpose',
    state: "case when x.expires_at <= now() then 'expired' else 'waits' end",
    day: dayOf('x.created_at'),
    count: 'x.use_count',
  },
}

const silence = 'coalesce(p.last_contact_on, p.created_at::date)'
/** Partners nobody was in touch with for longer than the district allows, those who reach most students first. */
export const quiet: Group = {
  found: inOrder(
    'p.id',
    `partnerships p where ${own('p')} and p.stage not in ('paused', 'ended')
      and ${silence} < ${today} - (select quiet from d) and ${reaches('p.district_id', 'p.id')}`,
    'coalesce(p.students_reached, 0) desc, p.id desc',
  ),
  from: `partnerships p on ${own('p')} and p.id = f.id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id`,
  item: {
    ...ofPartnership,
    title: 'p.name',
    state: "'silent'",
    day: silence,
    students: 'p.students_reached',
  },
}

/** Mails that could not be sent, however often it was tried. */
export const mails: Group = {
  found: inOrder('x.id', `mails x where ${own('x')} and x.status = 'failed'`, 'x.id'),
  from: `mails x on ${own('x')} and x.id = f.id`,
  item: { title: 'x.subject', state: "'failed'", day: dayOf('x.created_at') },
}
