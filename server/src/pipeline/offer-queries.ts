import type { OfferFilter, OfferItem, SentOffer } from '@common-table/shared/pipeline/offer-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const form = statement<{
  district: string
  categories: string
}>(`select json_build_object('name', d.name, 'website', d.website,
    'contactEmail', d.contact_email, 'contactPhone', d.contact_phone, 'brandHue', d.brand_hue,
    'hasLogo', d.logo_file_id is not null)::text as district,
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'nameEs', c.name_es, 'groupCode', c.group_code)
    order by c.position, c.name), '[]') from categories c where c.district_id = d.id and c.active)::text as categories
  from districts d where d.id = app_district() and d.offers_open`)
/** What the public form shows; nothing where no form is open. */
export const formOf = (db: Db) => db.one(form)

const offerJson = `json_build_object('id', f.id, 'organizationName', f.organization_name, 'organizationType', f.organization_type,
  'website', f.website, 'contactName', f.contact_name, 'contactEmail', f.contact_email, 'contactPhone', f.contact_phone,
  'categoryIds', f.category_ids, 'contributions', f.contributions, 'message', f.message, 'anywhere', f.anywhere,
  'wantedPlaces', f.wanted_places, 'students', f.students, 'grades', f.grades, 'languages', f.languages, 'weekdays', f.weekdays,
  'setting', f.setting, 'tier', f.tier, 'wantedSchoolIds', f.wanted_school_ids, 'source', f.source, 'closedAt', f.closed_at,
  'placed', (select coalesce(sum(x.students), 0) from offer_placements x where x.district_id = f.district_id and x.offer_id = f.id and x.status = 'placed'),
  'asked', (select count(*) from offer_placements x where x.district_id = f.district_id and x.offer_id = f.id and x.status = 'asked'),
   'locale', f.locale, 'status', f.status, 'signs', f.signs,
  'organization', (select json_build_object('id', o.id, 'name', o.name) from organizations o where o.district_id = f.district_id and o.id = f.organization_id),
  'prospectId', f.prospect_id, 'declinedReason', f.declined_reason, 'note', f.note, 'replied', f.replied,
  'decidedByName', f.decided_by_name, 'decidedAt', f.decided_at, 'createdAt', f.created_at, 'version', f.version)`

const offers = listBy({
  alias: 'f',
  from: 'offers f',
  filters: {
    status: 'f.status = any (?::text[])',
    toPlace: "(f.status = 'accepted' and f.closed_at is null) = ?::boolean",
  },
  sorts: { newest: [['f.id', 'uuid']] },
  item: offerJson,
  counted: true,
})
export const offersOf = (
  db: Db,
  { status, toPlace, limit = 50 }: OfferFilter,
  after: unknown[] | undefined,
) =>
  offers(db, {
    filters: { status: status?.length ? status : undefined, toPlace },
    sort: 'newest',
    descending: true,
    after,
    limit,
  })

const one = statement<{ offer: OfferItem }>(
  `select ${offerJson} as offer from offers f where f.district_id = app_district() and f.id = $1`,
)
export const findOffer = async (db: Db, id: string): Promise<OfferItem | undefined> =>
  (await db.one(one, [id]))?.offer

const before = statement<{ count: number }>(
  "select count(*)::integer as count from offers where district_id = app_district() and contact_email = $1 and created_at > now() - interval '1 day'",
)
export const offersOfDay = async (db: Db, email: string): Promise<number> =>
  (await db.one(before, [email]))!.count // a count always answers

const insert = statement<{
  id: string
}>(`insert into offers (district_id, organization_name, organization_type, website, contact_name,
    contact_email, contact_phone, locale, category_ids, contributions, message, anywhere, wanted_places, students, signs, status, token_hash,
    grades, languages, weekdays, setting)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, array(select c.id from categories c
    where c.district_id = app_district() and c.id = any ($8::uuid[])), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
  on conflict (district_id, token_hash) do nothing returning id`)

/** Keeps an offer; nothing when the same form was sent before. */
export const insertOffer = async (
  db: Db,
  offer: SentOffer,
  { signs, tokenHash }: { signs: readonly string[]; tokenHash: string },
): Promise<string | undefined> =>
  (
    await db.one(insert, [
      offer.organizationName.trim(),
      offer.organizationType ?? null,
      offer.website ?? '',
      offer.contactName.trim(),
      offer.contactEmail.trim().toLowerCase(),
      offer.contactPhone ?? '',
      offer.locale,
      offer.categoryIds ?? [],
      offer.contributions ?? [],
      offer.message.trim(),
      offer.anywhere ?? true,
      offer.wantedPlaces ?? '',
      offer.students ?? null,
      signs,
      signs.length > 0 ? 'suspected' : 'new',
      tokenHash,
      offer.grades ?? [],
      offer.languages ?? [],
      offer.weekdays ?? [],
      offer.setting ?? null,
    ])
  )?.id

const settle = statement<{
  id: string
}>(`update offers set status = $3, organization_id = $4, prospect_id = $5, declined_reason = $6,
    note = coalesce($7, note), replied = $8, decided_by = $9, decided_by_name = $10, decided_at = case when $3 = 'new' then null else now() end
  where district_id = app_district() and id = $1 and version = $2 returning id`)

export interface Decision {
  status: 'new' | 'accepted' | 'declined' | 'spam'
  organizationId?: string
  prospectId?: string
  reason?: string
  note?: string
  replied?: boolean
}

/** Writes down what became of an offer if `version` is still current; answers whether it was. */
export const settleOffer = async (
  db: Db,
  id: string,
  version: number,
  decision: Decision,
  by: { id: string | null; name: string },
): Promise<boolean> =>
  (await db.one(settle, [
    id,
    version,
    decision.status,
    decision.organizationId ?? null,
    decision.prospectId ?? null,
    decision.reason ?? null,
    decision.note ?? null,
    decision.replied ?? false,
    by.id,
    decision.status === 'new' ? '' : by.name,
  ])) !== undefined

const district = statement<{ name: string; email: string | null; contact: string | null }>(
  'select name, contact_email as email, contact_phone as contact from districts where id = app_district()',
)
export const districtName = async (db: Db): Promise<string> => (await db.one(district))!.name // the district of the caller

const giver = statement(`insert into organization_contributions (district_id, organization_id, side, type)
  select app_district(), $1, 'gives', each from unnest($2::text[]) each
  where not exists (select from organization_contributions c where c.district_id = app_district() and c.organization_id = $1
    and c.side = 'gives' and c.type = each)`)
/** What the offer says it can give, beside what is known already. */
export const noteContributions = (db: Db, organizationId: string, types: readonly string[]) =>
  db.run(giver, [organizationId, types])

const person = statement<{ id: string }>(`with known as (
    select id from contacts where district_id = app_district() and organization_id = $1 and lower(email) = lower($3) limit 1
  ), added as (
    insert into contacts (district_id, organization_id, name, email, phone, language, is_primary)
    select app_district(), $1, $2, $3, $4, $5, not exists (select from contacts
      where district_id = app_district() and organization_id = $1 and is_primary)
    where not exists (select from known) returning id
  ) select id from known union all select id from added`)
/** The person who wrote, as a contact of the organisation; one with the same address stays one. */
export const noteContact = async (
  db: Db,
  organizationId: string,
  { name, email, phone, language }: { name: string; email: string; phone: string; language: string },
): Promise<string> => (await db.one(person, [organizationId, name, email, phone, language]))!.id // known or added

const widen =
  statement(`update prospects set category_ids = array(select distinct unnest(category_ids || $2::uuid[]))
  where district_id = app_district() and id = $1 and not category_ids @> $2::uuid[]`)
export const widenProspect = (db: Db, prospectId: string, categoryIds: readonly string[]) =>
  db.run(widen, [prospectId, categoryIds])
