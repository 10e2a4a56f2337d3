import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { NewOffer, OfferChange } from '@common-table/shared/pipeline/offer-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Author } from '../db/transactions.ts'
import { recipientOf } from '../links/index.ts'
import { organizationExists } from '../organizations/index.ts'
import { takeIn } from './accept-offer.ts'
import { findOffer, settleOffer } from './offer-queries.ts'

const unknown = statement<{ category: boolean; school: boolean }>(`select
  exists (select from unnest($1::uuid[]) c where not exists (select from categories k where k.district_id = app_district() and k.id = c)) as category,
  exists (select from unnest($2::uuid[]) c where not exists (select from schools s where s.district_id = app_district() and s.id = c)) as school`)

const promised = statement<{
  students: number
}>(`select coalesce(sum(students), 0)::integer as students from offer_placements
  where district_id = app_district() and offer_id = $1 and status in ('placed', 'asked')`)

/** Refuses kinds of help and schools that are not the district's. */
export const checkOffered = async (
  db: Db,
  { categoryIds = [], wantedSchoolIds = [] }: OfferChange,
): Promise<void> => {
  const found = await db.one(unknown, [categoryIds, wantedSchoolIds])
  if (found?.category)
    throw fieldProblem('categoryIds', 'Choose kinds of help from the list of your district.', 'reference')
  if (found?.school) throw fieldProblem('wantedSchoolIds', 'Choose schools of your district.', 'reference')
}

const insert = statement<{
  id: string
}>(`insert into offers (district_id, organization_name, organization_type, website, contact_name,
    contact_email, contact_phone, locale, category_ids, contributions, message, anywhere, wanted_places, students, grades, languages,
    weekdays, setting, tier, wanted_school_ids, source)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id`)
const known = statement<{ name: string; type: never }>(
  'select name, type from organizations where district_id = app_district() and id = $1',
)

/** Who offers, and who of them is written to: a known organisation's contact stands in where none is named. */
const giver = async (db: Db, body: NewOffer) => {
  const { organizationId, organizationName, contactName, contactEmail } = body
  if (organizationId === undefined) {
    if (!organizationName) throw fieldProblem('organizationName', 'Say who offers this help.', 'required')
    if (!contactName) throw fieldProblem('contactName', 'Say who can be written to.', 'required')
    if (!contactEmail) throw fieldProblem('contactEmail', 'Give an e-mail address to answer to.', 'required')
    return { organizationName, contactName, contactEmail, organizationType: body.organizationType ?? null }
  }
  if (!(await organizationExists(db, organizationId)))
    throw fieldProblem(
      'organizationId',
      'There is no such organization; it may have been merged.',
      'reference',
    )
  const organization = (await db.one(known, [organizationId]))! // it exists
  const contact = contactEmail ? undefined : await recipientOf(db, organizationId)
  if (!contactEmail && !contact) throw refusal('no-contact-address')
  return {
    organizationName: organization.name,
    organizationType: organization.type,
    contactName: contactName ?? contact?.name ?? organization.name,
    contactEmail: contactEmail ?? contact!.email, // one of the two is there
    locale: contact?.locale,
  }
}

/** Writes down an offer that did not come through the form. It is in the pipeline at once. */
export const writeOffer = async (db: Db, body: NewOffer, author: Author): Promise<string> => {
  await checkOffered(db, body)
  const from = await giver(db, body)
  const { id } = (await db.one(insert, [
    from.organizationName.trim(),
    from.organizationType,
    body.website ?? '',
    from.contactName.trim(),
    from.contactEmail.trim().toLowerCase(),
    body.contactPhone ?? '',
    body.locale ?? from.locale ?? 'en',
    body.categoryIds ?? [],
    body.contributions ?? [],
    body.message.trim(),
    body.anywhere ?? true,
    body.wantedPlaces ?? '',
    body.students ?? null,
    body.grades ?? [],
    body.languages ?? [],
    body.weekdays ?? [],
    body.setting ?? null,
    body.tier ?? null,
    body.wantedSchoolIds ?? [],
    author.kind === 'client' ? 'api' : 'staff',
  ]))! // an insert returns its row
  const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
  const offer = (await findOffer(db, id))! // it was just inserted
  const taken = body.organizationId
    ? { organizationId: body.organizationId }
    : await takeIn(db, offer, { reply: false, ...(by.id && { ownerUserId: by.id }) }, by)
  await settleOffer(db, id, offer.version, { status: 'accepted', ...taken }, by)
  return id
}

const update = statement<{ id: string }>(`update offers set
    message = coalesce($3, message), category_ids = coalesce($4::uuid[], category_ids), tier = case when $5 then $6::smallint else tier end,
    grades = coalesce($7::text[], grades), languages = coalesce($8::text[], languages), weekdays = coalesce($9::text[], weekdays),
    setting = case when $10 then $11 else setting end, students = case when $12 then $13::integer else students end,
    wanted_school_ids = coalesce($14::uuid[], wanted_school_ids), anywhere = coalesce($15, anywhere),
    wanted_places = coalesce($16, wanted_places), website = coalesce($17, website), contact_phone = coalesce($18, contact_phone),
    contributions = coalesce($19::text[], contributions), organization_type = case when $20 then $21 else organization_type end
  where district_id = app_district() and id = $1 and version = $2 returning id`)

/** Changes what an offer says if `version` is still current; refuses fewer places than schools were promised. */
export const updateOffer = async (
  db: Db,
  id: string,
  version: number,
  change: OfferChange,
): Promise<boolean> => {
  const { students } = (await db.one(promised, [id]))! // an aggregate is one row
  if (typeof change.students === 'number' && change.students < students)
    throw fieldProblem(
      'students',
      `${students} places are placed or promised already. Enter at least that many.`,
      'range',
    )
  const given = (name: 'tier' | 'setting' | 'students' | 'organizationType') => [
    name in change,
    change[name] ?? null,
  ]
  const changed = await db.one(update, [
    id,
    version,
    change.message?.trim() ?? null,
    change.categoryIds ?? null,
    ...given('tier'),
    change.grades ?? null,
    change.languages ?? null,
    change.weekdays ?? null,
    ...given('setting'),
    ...given('students'),
    change.wantedSchoolIds ?? null,
    change.anywhere ?? null,
    change.wantedPlaces ?? null,
    change.website ?? null,
    change.contactPhone ?? null,
    change.contributions ?? null,
    ...given('organizationType'),
  ])
  return changed !== undefined
}
