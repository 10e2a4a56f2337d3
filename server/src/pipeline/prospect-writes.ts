import type { NewProspect, ProspectChange } from '@common-table/shared/pipeline/prospect-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const live = statement<{ id: string }>(`select id from prospects
  where district_id = app_district() and organization_id = $1 and stage not in ('joined', 'declined') limit 1`)

/** The prospect an organisation is already, while it is on its way. */
export const liveProspect = async (db: Db, organizationId: string): Promise<string | undefined> =>
  (await db.one(live, [organizationId]))?.id

const known = statement<{ unknown: string | null; foreign: boolean }>(`select
  (select c::text from unnest($1::uuid[]) c where not exists (select from categories k
    where k.district_id = app_district() and k.id = c) limit 1) as unknown,
  $2::uuid is not null and not exists (select from contacts k
    where k.district_id = app_district() and k.id = $2 and k.organization_id = $3) as foreign`)

/** Whether kinds of help are known and the contact is one of the organisation. */
export const checkReferences = (
  db: Db,
  categoryIds: readonly string[],
  contactId: string | null,
  organizationId: string,
) => db.one(known, [categoryIds, contactId, organizationId])

const contact = "e.kind in ('note', 'call', 'email', 'meeting', 'visit')"
const insert = statement<{ id: string }>(`with x as (
    insert into prospects (district_id, organization_id, willingness, priority, goal, approach, contact_id, owner_user_id,
      category_ids, source, stage, last_contact_on)
    values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, greatest(
      (select max(e.happened_on) from partnership_events e
        where e.district_id = app_district() and e.organization_id = $1 and ${contact}),
      (select max(e.happened_on) from partnerships p join partnership_events e on e.district_id = p.district_id and e.partnership_id = p.id
        where p.district_id = app_district() and p.organization_id = $1 and ${contact})))
    returning district_id, id),
  s as (insert into prospect_schools select district_id, x.id, unnest($11::uuid[]) from x)
  select id from x`)

export const insertProspect = async (
  db: Db,
  organizationId: string,
  given: Omit<NewProspect, 'organization' | 'organizationId'> & { stage?: 'identified' | 'contacted' },
): Promise<string> =>
  (await db.one(insert, [
    organizationId,
    given.willingness ?? 'unknown',
    given.priority ?? 2,
    given.goal ?? '',
    given.approach ?? '',
    given.contactId ?? null,
    given.ownerUserId ?? null,
    given.categoryIds ?? [],
    given.source ?? 'staff',
    given.stage ?? 'identified',
    given.schoolIds ?? [],
  ]))!.id // an insert returns its row

const update = statement<{ id: string }>(`update prospects set
    willingness = coalesce($3, willingness), priority = coalesce($4, priority), goal = coalesce($5, goal),
    approach = coalesce($6, approach), category_ids = coalesce($7::uuid[], category_ids),
    contact_id = case when $8 then $9::uuid else contact_id end,
    owner_user_id = case when $10 then $11::uuid else owner_user_id end
  where district_id = app_district() and id = $1 and version = $2 returning id`)
const dropSchools = statement(
  `delete from prospect_schools where district_id = app_district() and prospect_id = $1 and school_id <> all ($2::uuid[])`,
)
const addSchools = statement(`insert into prospect_schools (district_id, prospect_id, school_id)
  select app_district(), $1, each from unnest($2::uuid[]) each on conflict do nothing`)

/** Changes the prospect if `version` is still current; answers whether it was. */
export const updateProspect = async (
  db: Db,
  id: string,
  version: number,
  change: ProspectChange,
): Promise<boolean> => {
  const changed = await db.one(update, [
    id,
    version,
    change.willingness ?? null,
    change.priority ?? null,
    change.goal ?? null,
    change.approach ?? null,
    change.categoryIds ?? null,
    'contactId' in change,
    change.contactId ?? null,
    'ownerUserId' in change,
    change.ownerUserId ?? null,
  ])
  if (changed && change.schoolIds) {
    await db.run(dropSchools, [id, change.schoolIds])
    await db.run(addSchools, [id, change.schoolIds])
  }
  return changed !== undefined
}

const move = statement<{ id: string }>(`update prospects
  set stage = $3, stage_since = current_date, closed_reason = $4, partnership_id = coalesce($5::uuid, partnership_id)
  where district_id = app_district() and id = $1 and version = $2 returning id`)

export const moveProspect = async (
  db: Db,
  id: string,
  version: number,
  stage: string,
  reason: string | null,
  partnershipId: string | null = null,
): Promise<boolean> => (await db.one(move, [id, version, stage, reason, partnershipId])) !== undefined

const becomePartner = statement(
  "update organizations set status = 'active' where district_id = app_district() and id = $1 and status <> 'active'",
)
const keepContactDay = statement(`update partnerships p set last_contact_on = x.last_contact_on
  from prospects x where p.district_id = app_district() and p.id = $1 and x.district_id = p.district_id and x.id = $2`)

/** A prospect that joined is a partner now, and its last contact is the partnership's first. */
export const settleJoined = async (
  db: Db,
  organizationId: string,
  partnershipId: string,
  prospectId: string,
): Promise<void> => {
  await db.run(becomePartner, [organizationId])
  await db.run(keepContactDay, [partnershipId, prospectId])
}
