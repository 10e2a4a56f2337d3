import type { PublicListingChange } from '@common-table/shared/site/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const one = statement<{ listing: string }>(`select json_build_object('listed', coalesce(l.listed, false),
    'description', coalesce(l.description, ''), 'descriptionEs', coalesce(l.description_es, ''),
    'contactName', coalesce(l.contact_name, ''), 'email', coalesce(l.email, ''), 'phone', coalesce(l.phone, ''),
    'website', coalesce(l.website, ''), 'languages', coalesce(l.languages, '{}'),
    'services', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'shown', exists (select from public_services p
        where p.district_id = s.district_id and p.service_id = s.id)) order by s.name, s.id), '[]')
      from services s where s.district_id = o.district_id and s.organization_id = o.id and s.status in ('active', 'temporarily closed')),
    'publicPath', case when l.listed and d.public_site and o.status = 'active' then '/public/' || d.public_slug || '/en/partners/' || o.id end)::text as listing
  from organizations o join districts d on d.id = o.district_id
    left join public_listings l on l.district_id = o.district_id and l.organization_id = o.id
  where o.district_id = app_district() and o.id = $1`)
export const listingOf = async (db: Db, organizationId: string) =>
  (await db.one(one, [organizationId]))?.listing

const put =
  statement(`insert into public_listings as l (district_id, organization_id, listed, description, description_es, contact_name,
    email, phone, website, languages) values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (district_id, organization_id) do update set listed = excluded.listed, description = excluded.description,
    description_es = excluded.description_es, contact_name = excluded.contact_name, email = excluded.email, phone = excluded.phone,
    website = excluded.website, languages = excluded.languages`)
const drop =
  statement(`delete from public_services where district_id = app_district() and organization_id = $1
  and service_id <> all ($2::uuid[])`)
const add = statement(`insert into public_services (district_id, organization_id, service_id)
  select s.district_id, s.organization_id, s.id from services s
  where s.district_id = app_district() and s.organization_id = $1 and s.id = any ($2::uuid[])
  on conflict (district_id, service_id) do nothing`)

export const putListing = async (
  db: Db,
  organizationId: string,
  { serviceIds, ...said }: PublicListingChange,
): Promise<void> => {
  await db.run(put, [
    organizationId,
    said.listed,
    said.description,
    said.descriptionEs,
    said.contactName,
    said.email,
    said.phone,
    said.website,
    said.languages,
  ])
  await db.run(drop, [organizationId, serviceIds])
  await db.run(add, [organizationId, serviceIds])
}

const inForce = `exists (select from partnerships p where p.district_id = o.district_id and p.organization_id = o.id
    and p.stage in ('active', 'expanding', 'renewing'))`
const fresh = `o.district_id = app_district() and o.status = 'active' and ${inForce}
    and not exists (select from public_listings l where l.district_id = o.district_id and l.organization_id = o.id)`
const listAll = statement(`with added as (
    insert into public_listings (district_id, organization_id, description, languages)
    select o.district_id, o.id, left(o.description, 1000), o.languages from organizations o where ${fresh} returning district_id, organization_id
  )
  insert into public_services (district_id, organization_id, service_id)
  select s.district_id, s.organization_id, s.id from added a join services s
    on s.district_id = a.district_id and s.organization_id = a.organization_id and s.status = 'active'`)
export const listInForce = (db: Db) => db.run(listAll)

const standing = statement<{ standing: string }>(`select json_build_object(
    'publicPath', case when d.public_site then '/public/' || d.public_slug end,
    'partners', (select count(*) from public_listings l where l.district_id = d.id and l.listed),
    'stories', (select count(*) from shown_stories s where s.district_id = d.id),
    'unlisted', (select count(*) from organizations o where ${fresh}))::text as standing
  from districts d where d.id = app_district()`)
export const siteStanding = async (db: Db) => (await db.one(standing))!.standing // the caller's district
