import type { NewSeatOffer, SeatOfferChange } from '@common-table/shared/seats/offer-schemas'
import type { Pathway } from '@common-table/shared/seats/pathways'
import type { SeatAudience, SeatKind } from '@common-table/shared/seats/kinds'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const today = '(select (now() at time zone time_zone)::date from districts where id = app_district())'
/** Groups whose time at work is over and whose hours nobody signed for. */
export const unsignedOf = (offer: string): string =>
  `(select count(*)::integer from seat_fills u where u.district_id = ${offer}.district_id and u.offer_id = ${offer}.id
    and u.signed_at is null and ${offer}.ends_on < ${today})`

export const offerFacts = `'id', x.id, 'schoolYear', json_build_object('id', y.id, 'name', y.label),
  'organization', json_build_object('id', o.id, 'name', o.name),
  'school', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
  'kind', x.kind, 'audience', x.audience, 'pathway', x.pathway, 'term', x.term, 'title', x.title, 'seats', x.seats,
  'hours', x.hours, 'paid', x.paid, 'endsOn', x.ends_on, 'note', x.note, 'status', x.status,
  'confirmedOn', x.confirmed_on, 'version', x.version`
export const offerJoins = `join school_years y on y.district_id = x.district_id and y.id = x.school_year_id
  left join schools s on s.district_id = x.district_id and s.id = x.school_id`
/** Readers who do not place students see what is offered, not how many took it nor who supervises. */
const itemFor = (places: boolean): string => `json_build_object(${offerFacts},
  'filled', ${places ? 'x.filled' : 'null'}, 'unsigned', ${places ? unsignedOf('x') : 'null'},
  'supervisor', ${
    places
      ? "case when x.supervisor_name <> '' or x.supervisor_email is not null then json_build_object('name', x.supervisor_name, 'email', x.supervisor_email) end"
      : 'null'
  }, 'source', x.source, 'offeredBy', x.offered_by_name)`
const from = `seat_offers x join organizations o on o.district_id = x.district_id and o.id = x.organization_id`

const listFor = (places: boolean) =>
  listBy({
    from,
    alias: 'x',
    filters: {
      schoolYearId: "x.school_year_id = coalesce(nullif(?, '')::uuid, present_school_year())",
      organizationId: 'x.organization_id = ?::uuid',
      schoolId: '(x.school_id is null or x.school_id = ?::uuid)',
      scope: '(x.school_id is null or x.school_id = any (?::uuid[]))',
      kind: 'x.kind = ?',
      pathway: "x.pathway in (?, 'any')",
      term: 'x.term = ?',
      open: "(?::boolean and x.status = 'offered' and x.confirmed_on is not null and x.filled < x.seats)",
      unsigned: `(?::boolean and ${unsignedOf('x')} > 0)`,
      unconfirmed: "(?::boolean and x.status = 'offered' and x.confirmed_on is null)",
    },
    sorts: {
      employer: [
        ['o.name', 'text'],
        ['x.title', 'text'],
        ['x.id', 'uuid'],
      ],
    },
    item: itemFor(places),
    joins: offerJoins,
  })
const [placersList, readersList] = [listFor(true), listFor(false)]
export const offerList = (places: boolean) => (places ? placersList : readersList)

const fill = `json_build_object('id', f.id, 'school', json_build_object('id', c.id, 'name', c.name), 'pathway', f.pathway,
  'placed', f.placed, 'saidBy', f.said_by, 'saidByName', f.said_by_name, 'version', f.version,
  'signed', case when f.signed_at is not null then json_build_object('people', f.signed_people, 'hours', f.signed_hours,
    'reached', f.signed_reached, 'note', f.signed_note, 'by', f.signed_by_name, 'at', f.signed_at) end)`
const one = statement<{
  offer: string
  fills: string
  version: number
}>(`select ${itemFor(true)}::text as offer, x.version,
    (select coalesce(json_agg(${fill} order by c.name, f.id), '[]') from seat_fills f
      join schools c on c.district_id = f.district_id and c.id = f.school_id
      where f.district_id = x.district_id and f.offer_id = x.id and ($2::uuid[] is null or f.school_id = any ($2)))::text as fills
  from ${from} ${offerJoins}
  where x.district_id = app_district() and x.id = $1 and ($2 is null or x.school_id is null or x.school_id = any ($2))`)
/** An offer with its groups; of a principal those of the own schools. */
export const offerOf = (db: Db, scope: readonly string[] | null, offerId: string) =>
  db.one(one, [offerId, scope])

export interface HeldOffer {
  id: string
  organizationId: string
  schoolId: string | null
  schoolYearId: string
  kind: SeatKind
  audience: SeatAudience
  pathway: Pathway
  hours: number
  seats: number
  filled: number
  open: boolean
  supervisorName: string
  supervisorEmail: string | null
  /** The district’s own fewest hours of this kind; null where it set none. */
  ownMinimum: number | null
  version: number
}
const heldColumns = `x.id, x.organization_id as "organizationId", x.school_id as "schoolId",
    x.school_year_id as "schoolYearId", x.kind, x.audience, x.pathway, x.hours, x.seats, x.filled,
    x.status = 'offered' and x.confirmed_on is not null as open, x.supervisor_name as "supervisorName",
    x.supervisor_email as "supervisorEmail", x.version,
    (select m.hours from seat_minimums m where m.district_id = x.district_id and m.kind = x.kind) as "ownMinimum"`
const visible = '($2::uuid[] is null or x.school_id is null or x.school_id = any ($2))'
const held = statement<HeldOffer>(`select ${heldColumns} from seat_offers x
  where x.district_id = app_district() and x.id = $1 and ${visible} for update`)
/** The offer for a change: two who fill it at once come one after the other, so that no seat is given twice. */
export const heldOffer = (db: Db, scope: readonly string[] | null, offerId: string) =>
  db.one(held, [offerId, scope])

const heldByGroup = statement<HeldOffer>(`select ${heldColumns} from seat_offers x
  where x.district_id = app_district() and ${visible} and exists (select from seat_fills f
    where f.district_id = x.district_id and f.offer_id = x.id and f.id = $1 and ($2 is null or f.school_id = any ($2))) for update`)
/** The same, of the group whose size is to change. */
export const heldOfferOf = (db: Db, scope: readonly string[] | null, fillId: string) =>
  db.one(heldByGroup, [fillId, scope])

const insert = statement<{
  id: string
}>(`insert into seat_offers (district_id, school_year_id, organization_id, school_id, kind,
    audience, pathway, term, title, seats, hours, paid, ends_on, supervisor_name, supervisor_email, note, source,
    confirmed_on, offered_by_name)
  select app_district(), y.id, o.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, ${today}, $17
  from school_years y, organizations o
  where y.district_id = app_district() and y.id = coalesce($1::uuid, present_school_year())
    and o.district_id = app_district() and o.id = $2
    and ($3::uuid is null or exists (select from schools s where s.district_id = app_district() and s.id = $3))
  returning id`)
export const insertOffer = async (
  db: Db,
  offer: NewSeatOffer,
  source: 'staff' | 'link',
  by: string,
): Promise<string | undefined> =>
  (
    await db.one(insert, [
      offer.schoolYearId ?? null,
      offer.organizationId,
      offer.schoolId ?? null,
      offer.kind,
      offer.audience ?? 'student',
      offer.pathway,
      offer.term,
      offer.title.trim(),
      offer.seats,
      offer.hours,
      offer.paid ?? false,
      offer.endsOn,
      offer.supervisorName?.trim() ?? '',
      offer.supervisorEmail ?? null,
      offer.note ?? '',
      source,
      by,
    ])
  )?.id

const update = statement(`update seat_offers set title = coalesce($3, title), seats = coalesce($4, seats),
    hours = coalesce($5, hours), paid = coalesce($6, paid), ends_on = coalesce($7::date, ends_on), note = coalesce($8, note),
    supervisor_name = coalesce($9, supervisor_name), supervisor_email = case when $10 then $11 else supervisor_email end,
    status = coalesce($12, status), confirmed_on = case when $13 then ${today} else confirmed_on end
  where district_id = app_district() and id = $1 and version = $2`)
/** Answers whether `version` was still current. */
export const updateOffer = async (
  db: Db,
  offerId: string,
  version: number,
  change: SeatOfferChange,
): Promise<boolean> =>
  (await db.run(update, [
    offerId,
    version,
    change.title?.trim() ?? null,
    change.seats ?? null,
    change.hours ?? null,
    change.paid ?? null,
    change.endsOn ?? null,
    change.note ?? null,
    change.supervisorName?.trim() ?? null,
    change.supervisorEmail !== undefined,
    change.supervisorEmail ?? null,
    change.status ?? null,
    change.confirmed ?? false,
  ])) > 0

const remove = statement('delete from seat_offers where district_id = app_district() and id = $1')
export const deleteOffer = (db: Db, offerId: string) => db.run(remove, [offerId])
