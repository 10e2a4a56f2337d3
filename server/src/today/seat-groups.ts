import { inOrder, ofOrganization, today, type Group } from './sql-parts.ts'

/** Seats whose time is over and whose hours no supervisor signed for; a principal's those of the own students. */
export const seatHours: Group = {
  found: inOrder(
    'w.id, w.count, w.day',
    `(select x.id, x.ends_on as day, count(*)::integer as count from seat_offers x
        join seat_fills f on f.district_id = x.district_id and f.offer_id = x.id
      where x.district_id = app_district() and x.ends_on < ${today} and f.signed_at is null and $2::uuid is null
        and ($1::uuid[] is null or f.school_id = any ($1)) group by 1, 2) w`,
    'w.day, w.id',
  ),
  from: `seat_offers x on x.district_id = app_district() and x.id = f.id
    join organizations o on o.district_id = x.district_id and o.id = x.organization_id`,
  item: { ...ofOrganization, title: 'x.title', state: "'unsigned'", day: 'f.day', count: 'f.count' },
}

/** Schools with older students that have not said who seeks a place at work, once employers offer seats this year. */
export const seatDemand: Group = {
  found: inOrder(
    's.id',
    `schools s where s.district_id = app_district() and s.status = 'open' and s.level in ('secondary', 'high', 'k12')
      and $2::uuid is null and ($1::uuid[] is null or s.id = any ($1))
      and exists (select from seat_offers x where x.district_id = app_district() and x.school_year_id = present_school_year())
      and not exists (select from seat_demands z where z.district_id = app_district() and z.school_id = s.id
        and z.school_year_id = present_school_year() and not z.copied)`,
    's.name, s.id',
  ),
  from: 'schools s on s.district_id = app_district() and s.id = f.id',
  item: { title: 's.name', state: "'not_said'" },
}
