import { snapshotDays } from '@common-table/shared/today/kinds'
import { dayOf, inOrder, ofOrganization, today, worksWith, type Group } from './sql-parts.ts'

/** Snapshots that are open and not sent: a principal's own from the first day, the office's when the window is about to close. */
export const snapshots: Group = {
  found: inOrder(
    'r.id, o.due_on',
    `replies r join rounds o on o.district_id = r.district_id and o.id = r.round_id
      where r.district_id = app_district() and o.kind = 'snapshot' and r.submitted_at is null and o.closed_at is null
        and ${today} between o.opens_on and o.due_on and $2::uuid is null
        and case when $1::uuid[] is null then o.due_on - ${today} <= ${snapshotDays} else r.school_id = any ($1) end`,
    'o.due_on, r.id',
  ),
  from: `replies r on r.district_id = app_district() and r.id = f.id
    join schools s on s.district_id = r.district_id and s.id = r.school_id`,
  item: { title: 's.name', state: "'due'", parentId: 's.id', day: 'f.due_on' },
}

/** Where a school, a partner and the record differ and nobody has decided. */
export const mismatches: Group = {
  found: inOrder(
    'm.id',
    `mismatches m where m.district_id = app_district() and m.status = 'open' and ($1::uuid[] is null or m.school_id = any ($1))
      and ($2::uuid is null or ${worksWith('m.district_id', 'm.organization_id')})`,
    'm.id',
  ),
  from: `mismatches m on m.district_id = app_district() and m.id = f.id
    join schools s on s.district_id = m.district_id and s.id = m.school_id
    left join organizations o on o.district_id = m.district_id and o.id = m.organization_id`,
  item: {
    ...ofOrganization,
    title: "coalesce(o.name, m.name) || ' · ' || s.name",
    state: "'differs'",
    parentId: 's.id',
    day: dayOf('m.created_at'),
  },
}

/** What an import could not tell for sure and only a person can, the likeliest first: they are settled quickest. */
export const questions: Group = {
  found: inOrder(
    'q.id',
    `review_items q where q.district_id = app_district() and q.status = 'open' and $1::uuid[] is null and $2::uuid is null`,
    'q.confidence desc, q.id desc',
  ),
  from: 'review_items q on q.district_id = app_district() and q.id = f.id',
  item: { title: "q.subject ->> 'name'", state: 'q.kind', day: dayOf('q.created_at') },
}

/** Help a school asked for that waits: nobody answered in time, an offer to take, a delivery to confirm, or nobody left to hope for. */
export const requests: Group = {
  found: inOrder(
    'r.id, r.since',
    `(select q.id, case when q.waits = 'answer' then q.answer_due_on else coalesce(q.first_answered_on, q.answer_due_on) end as since
      from help_requests q where q.district_id = app_district() and q.closed_at is null
        and (q.waits in ('offered', 'delivered', 'declined') or (q.waits = 'answer' and exists (select from help_request_partners x
          where x.district_id = q.district_id and x.help_request_id = q.id and x.status = 'open' and x.due_on < ${today})))
        and ($1::uuid[] is null or q.school_id = any ($1)) and ($2::uuid is null or q.asked_by = $2)) r`,
    'r.since, r.id',
  ),
  from: `help_requests r on r.district_id = app_district() and r.id = f.id
    join schools s on s.district_id = r.district_id and s.id = r.school_id`,
  item: {
    title: "r.title || ' · ' || s.name",
    state: "case when r.waits = 'answer' then 'overdue' else r.waits end",
    parentId: 's.id',
    students: 'r.students',
    day: 'f.since',
  },
}
