import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface Reminder {
  kind: 'ending' | 'notice' | 'certificate' | 'overdue' | 'reconfirm'
  title: string
  partnershipId: string
  partnership: string
  leadUserId: string | null
  /** The agreement it is about; null for promises and visions. */
  agreementId: string | null
  day: string
  count: number
}

/** How many days ahead people hear of an end, and of the last day for notice. */
const ahead = { ending: 60, notice: 30, reconfirm: 45 } as const

const tell = statement<Reminder>(`with today as (
    select (now() at time zone time_zone)::date as day from districts where id = app_district()
  ), candidates as (
    select a.id as subject_id, 'ending' as kind, agreement_term_end(a, t.day) as about_day, a.id as agreement_id, a.partnership_id
    from agreements a, today t where a.district_id = app_district() and a.stage = 'signed' and agreement_in_force(a, t.day)
      and (not a.renews or a.last_day is not null) and agreement_term_end(a, t.day) <= t.day + ${ahead.ending}
      and not exists (select from agreements n where n.district_id = a.district_id and n.from_agreement_id = a.id and n.stage <> 'withdrawn')
    union all
    select a.id, 'notice', agreement_term_end(a, t.day) - a.notice_days, a.id, a.partnership_id
    from agreements a, today t where a.district_id = app_district() and a.stage = 'signed' and agreement_in_force(a, t.day)
      and a.renews and a.last_day is null and agreement_term_end(a, t.day) - a.notice_days between t.day and t.day + ${ahead.notice}
    union all
    select a.id, 'certificate', (a.data_sharing ->> 'destroyBy')::date, a.id, a.partnership_id
    from agreements a, today t where a.district_id = app_district() and a.stage = 'signed' and a.certified_on is null
      and a.data_sharing ->> 'basis' not in ('aggregate_suppressed', 'deidentified') and (a.data_sharing ->> 'destroyBy')::date < t.day
    union all
    select x.id, 'overdue', x.due_on, null, x.partnership_id
    from obligation_dues x, today t where x.district_id = app_district() and x.status = 'open' and x.due_on < t.day
    union all
    select v.id, 'reconfirm', (least(s.district, s.partner) + interval '1 year')::date, null, v.partnership_id
    from visions v, today t,
      lateral (select n.id from vision_versions n where n.district_id = v.district_id and n.vision_id = v.id order by n.number desc limit 1) n,
      lateral (select max(y.answered_at) filter (where y.side = 'district')::date as district,
          max(y.answered_at) filter (where y.side = 'partner')::date as partner
        from vision_answers y where y.district_id = v.district_id and y.vision_version_id = n.id and y.answer = 'confirmed') s
    where v.district_id = app_district() and s.district is not null and s.partner is not null
      and (least(s.district, s.partner) + interval '1 year')::date - ${ahead.reconfirm} <= t.day
  ), told as (
    insert into agreement_reminders (district_id, subject_id, kind, about_day)
      select app_district(), subject_id, kind, about_day from candidates on conflict do nothing
    returning subject_id, kind, about_day
  )
  select c.kind, coalesce(min(a.title), '') as title, p.id as "partnershipId", p.name as partnership,
    p.lead_user_id as "leadUserId", c.agreement_id as "agreementId", min(c.about_day)::text as day, count(*)::integer as count
  from told join candidates c using (subject_id, kind, about_day)
    join partnerships p on p.district_id = app_district() and p.id = c.partnership_id
    left join agreements a on a.district_id = app_district() and a.id = c.agreement_id
  group by c.kind, p.id, p.name, p.lead_user_id, c.agreement_id`)
/** What people must hear of and have not yet: each end, notice, certificate, promise and anniversary once. */
export const remindersToTell = (db: Db) => db.many(tell)
