import type { NewLetter } from '@common-table/shared/letters/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Scope } from './queries.ts'

export interface LetterFacts {
  organizationId: string
  partnershipId: string | null
  schoolId: string | null
  contactId: string | null
  toName: string
  toAddress: string
  readerLocale: 'en' | 'es'
  partnerName: string
  districtName: string
  partnershipName: string | null
  schoolName: string | null
  principalName: string | null
  senderName: string | null
  senderTitle: string | null
  leadName: string | null
  existingService: string | null
  needs: { en: string | null; es: string | null }
  startsOn: string | null
  endsOn: string | null
  noticeOn: string | null
  studentsReached: number | null
  hours: number | null
  valueCents: number | null
  schoolYear: string | null
}

// The figures are the partner's own: of this partnership, or of all of them where none is named.
const facts =
  statement<LetterFacts>(`select o.id as "organizationId", p.id as "partnershipId", s.id as "schoolId",
    c.id as "contactId", coalesce(c.name, '') as "toName", coalesce(c.email, '') as "toAddress",
    case when c.language like 'es%' then 'es' else 'en' end as "readerLocale", o.name as "partnerName", d.name as "districtName",
    p.name as "partnershipName", s.name as "schoolName",
    coalesce(nullif(s.principal_name, ''), (select u.name from user_schools a join users u on u.district_id = a.district_id and u.id = a.user_id
      where a.district_id = o.district_id and a.school_id = s.id and u.role = 'school' and u.status = 'active' order by u.id limit 1)) as "principalName",
    w.name as "senderName", w.title as "senderTitle", l.name as "leadName",
    (select string_agg(v.name, ', ' order by v.name) from services v where v.district_id = o.district_id and v.organization_id = o.id
      and v.status = 'active' and (p.id is null or exists (select from partnership_services x where x.district_id = v.district_id
        and x.partnership_id = p.id and x.service_id = v.id))) as "existingService",
    (select json_build_object('en', string_agg(distinct k.name, ', '), 'es', string_agg(distinct coalesce(nullif(k.name_es, ''), k.name), ', '))
      from needs n join categories k on k.district_id = n.district_id and k.id = n.category_id
      where n.district_id = o.district_id and n.school_id = s.id and n.status in ('open', 'in_progress')) as needs,
    p.starts_on::text as "startsOn", coalesce(g.ends_on, p.ends_on)::text as "endsOn", (g.ends_on - g.notice_days)::text as "noticeOn",
    coalesce(p.students_reached, t.students)::integer as "studentsReached", t.hours::float8 as hours,
    t.cents::float8 as "valueCents", y.label as "schoolYear"
  from organizations o join districts d on d.id = o.district_id
    left join partnerships p on p.district_id = o.district_id and p.id = $2 and p.organization_id = o.id
    left join schools s on s.district_id = o.district_id and ($5::uuid[] is null or s.id = any ($5)) and s.id = coalesce($3::uuid,
      (select (array_agg(k.school_id))[1] from partnership_schools k where k.district_id = o.district_id and k.partnership_id = p.id
        and ($5::uuid[] is null or k.school_id = any ($5)) having count(*) = 1))
    left join school_years y on y.district_id = o.district_id and (now() at time zone d.time_zone)::date between y.starts_on and y.ends_on
    left join lateral (select a.ends_on, a.notice_days from agreements a where a.district_id = o.district_id and a.partnership_id = p.id
      and a.stage = 'signed' order by a.ends_on desc limit 1) g on true
    left join lateral (select sum(i.volunteer_hours) as hours, sum(i.partner_delivered_cents) as cents, sum(q.students_reached) as students
      from partnerships q join investment_totals i on i.district_id = q.district_id and i.partnership_id = q.id and i.school_year_id = y.id
      where q.district_id = o.district_id and q.organization_id = o.id and (p.id is null or q.id = p.id)) t on true
    left join users w on w.district_id = o.district_id and w.id = $6
    left join users l on l.district_id = o.district_id and l.id = p.lead_user_id
    left join contacts c on c.district_id = o.district_id and c.organization_id = o.id and c.id = coalesce($4::uuid, p.partner_lead_id,
      (select k.id from contacts k where k.district_id = o.district_id and k.organization_id = o.id order by k.is_primary desc, k.name, k.id limit 1))
  where o.district_id = app_district() and o.id = $1`)
/** Everything a letter can say, in one round trip; what the records lack is null. */
export const factsFor = (
  db: Db,
  scope: Scope,
  { organizationId, partnershipId, schoolId, contactId }: Omit<NewLetter, 'kind' | 'locale' | 'meetingDate'>,
  senderId: string | null,
) =>
  db.one(facts, [organizationId, partnershipId ?? null, schoolId ?? null, contactId ?? null, scope, senderId])
