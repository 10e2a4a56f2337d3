import type { EmployerSeats, SeatsToSign } from '@common-table/shared/seats/offer-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { offerFacts, offerJoins } from './offer-queries.ts'
import { oldEnough } from './queries.ts'

type Offer = Omit<EmployerSeats['offers'][number], 'fromSchools'> & { fromSchools: number }
export type EmployerGround = Omit<EmployerSeats, 'offers' | 'minimumHours'> & {
  offers: Offer[]
  threshold: number
  own: Record<string, number>
}
const seats = statement<{ ground: EmployerGround }>(`select json_build_object(
    'organization', json_build_object('id', o.id, 'name', o.name), 'threshold', d.suppression_threshold,
    'schoolYear', (select json_build_object('id', y.id, 'name', y.label) from school_years y
      where y.district_id = o.district_id and y.id = present_school_year()),
    'today', (now() at time zone d.time_zone)::date,
    'own', (select coalesce(json_object_agg(m.kind, m.hours), '{}') from seat_minimums m where m.district_id = o.district_id),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]') from schools s
      where s.district_id = o.district_id and ${oldEnough('s')}),
    'offers', (select coalesce(json_agg(json_build_object(${offerFacts},
        'fills', (select coalesce(json_agg(json_build_object('id', f.id, 'pathway', f.pathway, 'placed', f.placed,
            'school', json_build_object('id', c.id, 'name', c.name)) order by c.name, f.id), '[]') from seat_fills f
          join schools c on c.district_id = f.district_id and c.id = f.school_id
          where f.district_id = x.district_id and f.offer_id = x.id and f.said_by = 'partner'),
        'fromSchools', (select coalesce(sum(f.placed), 0) from seat_fills f
          where f.district_id = x.district_id and f.offer_id = x.id and f.said_by = 'district')) order by x.title, x.id), '[]')
      from seat_offers x ${offerJoins}
      where x.district_id = o.district_id and x.organization_id = o.id and x.school_year_id = present_school_year())) as ground
  from organizations o join districts d on d.id = o.district_id where o.district_id = app_district() and o.id = $1`)
/** The offers of one employer in the present school year. */
export const seatsOfEmployer = async (db: Db, organizationId: string) =>
  (await db.one(seats, [organizationId]))?.ground

type Group = Omit<SeatsToSign['groups'][number], 'placed'> & { placed: number }
export type SigningGround = Omit<SeatsToSign, 'groups' | 'offer'> & {
  offer: Omit<SeatsToSign['offer'], 'minimumHours'>
  groups: Group[]
  threshold: number
  own: Record<string, number>
}
const signing = statement<{ ground: SigningGround }>(`select json_build_object(
    'organization', json_build_object('id', o.id, 'name', o.name), 'threshold', d.suppression_threshold,
    'own', (select coalesce(json_object_agg(m.kind, m.hours), '{}') from seat_minimums m where m.district_id = o.district_id),
    'offer', json_build_object('id', x.id, 'title', x.title, 'kind', x.kind, 'term', x.term, 'schoolYear', y.label,
      'hours', x.hours, 'endsOn', x.ends_on),
    'groups', (select coalesce(json_agg(json_build_object('id', f.id, 'school', json_build_object('id', c.id, 'name', c.name),
        'pathway', f.pathway, 'placed', f.placed, 'version', f.version,
        'signed', case when f.signed_at is not null then json_build_object('people', f.signed_people, 'hours', f.signed_hours,
          'reached', f.signed_reached, 'note', f.signed_note, 'by', f.signed_by_name, 'at', f.signed_at) end)
        order by c.name, f.id), '[]') from seat_fills f
      join schools c on c.district_id = f.district_id and c.id = f.school_id
      where f.district_id = x.district_id and f.offer_id = x.id)) as ground
  from seat_offers x join organizations o on o.district_id = x.district_id and o.id = x.organization_id
    join districts d on d.id = x.district_id
    join school_years y on y.district_id = x.district_id and y.id = x.school_year_id
  where x.district_id = app_district() and x.id = $1`)
/** The groups of one offer, for the person who supervised them. */
export const groupsToSign = async (db: Db, offerId: string) => (await db.one(signing, [offerId]))?.ground
