import { dayOf, inOrder, today, ofOrganization, type Group } from './sql-parts.ts'

/** Two days are left to write down what came of an activity before anybody is asked. */
const grace = 2

/** Schools with sessions or activities whose day has come and nobody has said what came of them. */
export const sessions: Group = {
  found: inOrder(
    'w.id, w.count, w.day',
    `(select a.school_id as id, min(a.happens_on) as day, count(*)::integer as count from activities a
      where a.district_id = app_district() and a.delivered is null and a.happens_on < ${today} - ${grace} and a.school_id is not null
        and ($1::uuid[] is null or a.school_id = any ($1))
        and ($2::uuid is null or exists (select from partnerships l
          where l.district_id = a.district_id and l.id = a.partnership_id and l.lead_user_id = $2)) group by 1) w`,
    'w.day, w.id',
  ),
  from: 'schools s on s.district_id = app_district() and s.id = f.id',
  item: { title: 's.name', state: "'not_said'", day: 'f.day', count: 'f.count' },
}

/** Stories whose words and consents are ready and that wait for somebody to review them. */
export const stories: Group = {
  found: inOrder(
    'w.id, w.day',
    `(select s.id, ${dayOf('s.updated_at')} as day from stories s
      where s.district_id = app_district() and s.status = 'review'
        and ($1::uuid[] is null or s.school_id is null or s.school_id = any ($1))
        and ($2::uuid is null or exists (select from partnerships l
          where l.district_id = s.district_id and l.organization_id = s.organization_id and l.lead_user_id = $2))) w`,
    'w.day, w.id',
  ),
  from: `stories s on s.district_id = app_district() and s.id = f.id
    left join organizations o on o.district_id = s.district_id and o.id = s.organization_id`,
  item: { title: 's.title', state: "'waits'", day: 'f.day', ...ofOrganization },
}
