import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const waiting = `select service_site_id from review_item_sites where district_id = app_district() and review_item_id = $1`

const link = statement(`update service_sites set school_id = $2, match_confidence = 1
  where district_id = app_district() and id in (${waiting}) and school_id is distinct from $2`)
const unlink = statement(`update service_sites set school_id = null, match_confidence = null
  where district_id = app_district() and id in (${waiting}) and school_id = $2`)

const form =
  statement(`insert into partnerships (district_id, organization_id, name, stage, scope, formality, source, external_key)
  select distinct app_district(), o.id, o.name, 'active', 'one_school', 'informal', max(t.source), 'sites:' || o.id
  from service_sites t join services v on v.district_id = t.district_id and v.id = t.service_id
  join organizations o on o.district_id = v.district_id and o.id = v.organization_id
  where t.district_id = app_district() and t.id in (${waiting})
    and not exists (select from partnerships p where p.district_id = o.district_id and p.external_key = 'sites:' || o.id)
  group by o.id, o.name`)

const its = `from service_sites t join services v on v.district_id = t.district_id and v.id = t.service_id
  join partnerships p on p.district_id = v.district_id and p.external_key = 'sites:' || v.organization_id
  where t.district_id = app_district() and t.id in (${waiting})`
const addSchools = statement(`insert into partnership_schools (district_id, partnership_id, school_id)
  select distinct app_district(), p.id, $2::uuid ${its} on conflict do nothing`)
const addServices = statement(`insert into partnership_services (district_id, partnership_id, service_id)
  select distinct app_district(), p.id, v.id ${its} on conflict do nothing`)
const addCategories = statement(`insert into partnership_categories (district_id, partnership_id, category_id)
  select distinct app_district(), p.id, v.category_id ${its} on conflict do nothing`)
const widen = statement(`update partnerships p set scope = 'several_schools'
  where p.district_id = app_district() and p.scope = 'one_school' and p.id in (select p.id ${its})
    and (select count(*) from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id) > 1`)
const leaveSchools =
  statement(`delete from partnership_schools s using (select distinct p.id, v.organization_id ${its}) gone
  where s.district_id = app_district() and s.partnership_id = gone.id and s.school_id = $2
    and not exists (select from service_sites o join services w on w.district_id = o.district_id and w.id = o.service_id
      where o.district_id = s.district_id and o.school_id = $2 and w.organization_id = gone.organization_id)`)

/** The sites a question is about are at this school, and the partnerships formed from sites reach it. */
export const linkSites = async (
  db: Db,
  itemId: string,
  schoolId: string,
  partnerships: boolean,
): Promise<void> => {
  await db.run(link, [itemId, schoolId])
  if (!partnerships) return
  await db.run(form, [itemId])
  await db.run(addSchools, [itemId, schoolId])
  await db.run(addServices, [itemId])
  await db.run(addCategories, [itemId])
  await db.run(widen, [itemId])
}

/** Takes that back, unless another site keeps the school in the partnership. */
export const unlinkSites = async (db: Db, itemId: string, schoolId: string): Promise<void> => {
  await db.run(unlink, [itemId, schoolId])
  await db.run(leaveSchools, [itemId, schoolId])
}

/** What belongs to an organisation and moves with it when it turns out to be another. */
const belongings = ['contacts', 'locations', 'services', 'partnerships'] as const

const moves = Object.fromEntries(
  belongings.map((table) => [
    table,
    {
      all: statement<{ id: string }>(
        `update ${table} set organization_id = $2 where district_id = app_district() and organization_id = $1 returning id`,
      ),
      back: statement(
        `update ${table} set organization_id = $2 where district_id = app_district() and organization_id = $1 and id = any($3::uuid[])`,
      ),
    },
  ]),
)
const setStatus = statement(
  'update organizations set status = $2 where district_id = app_district() and id = $1',
)
const nameOf = statement<{ name: string }>(
  'select name from organizations where district_id = app_district() and id = $1',
)

export const organizationName = async (db: Db, id: string) => (await db.one(nameOf, [id]))?.name

/** Everything of one organisation becomes the other's; the emptied one stays, inactive, so that it can be taken back. */
export const mergeOrganizations = async (
  db: Db,
  goneId: string,
  keptId: string,
): Promise<Record<string, string[]>> => {
  const moved: Record<string, string[]> = {}
  for (const table of belongings)
    moved[table] = (await db.many(moves[table]!.all, [goneId, keptId])).map(({ id }) => id)
  await db.run(setStatus, [goneId, 'inactive'])
  return moved
}

export const separateOrganizations = async (
  db: Db,
  goneId: string,
  keptId: string,
  moved: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  for (const table of belongings) await db.run(moves[table]!.back, [keptId, goneId, moved[table] ?? []])
  await db.run(setStatus, [goneId, 'active'])
}
