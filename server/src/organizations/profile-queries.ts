import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { contactJson, identifierJson, locationJson, organizationFields, serviceJson } from './record-json.ts'

/** A record as JSON with the version that is its ETag. */
export interface Recorded {
  json: string
  version: number
}

const belonging = (table: string, item: string, order: string): string =>
  `coalesce((select json_agg(${item} order by ${order}) from ${table} x
    where x.district_id = app_district() and x.organization_id = o.id), '[]')`

/** The id an organisation has now: an old link of one that was merged leads to the one it became part of. */
const present = (id: string): string =>
  `coalesce((select a.organization_id from organization_aliases a where a.district_id = app_district() and a.id = ${id}), ${id})`

// A principal sees the partnerships at the own schools.
const profile = statement<Recorded>(`select o.version, (json_build_object(${organizationFields('o')},
    'contacts', ${belonging('contacts', contactJson('x'), 'x.is_primary desc, x.name, x.id')},
    'locations', ${belonging('locations', locationJson('x'), 'x.name, x.id')},
    'identifiers', ${belonging('organization_identifiers', identifierJson('x'), 'x.scheme, x.identifier')},
    'services', ${belonging('services', serviceJson('x', '$2'), "x.status in ('active', 'temporarily closed') desc, x.name, x.id")},
    'partnerships', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'stage', p.stage,
        'startsOn', p.starts_on, 'endsOn', p.ends_on, 'schoolCount', p.school_count) order by p.stage = 'ended', p.name, p.id)
      from partnerships p where p.district_id = app_district() and p.organization_id = o.id
        and ($2::uuid[] is null or exists (select from partnership_schools l
          where l.district_id = app_district() and l.partnership_id = p.id and l.school_id = any ($2)))), '[]')
  ))::text as json
  from organizations o where o.district_id = app_district() and o.id = ${present('$1')}`)

/** Everything about one organisation. `schoolIds` are the caller's own schools, null for all. */
export const profileOf = (db: Db, schoolIds: readonly string[] | null, id: string) =>
  db.one(profile, [id, schoolIds])

const one = statement<Recorded>(`select o.version, json_build_object(${organizationFields('o')})::text as json
  from organizations o where o.district_id = app_district() and o.id = $1`)

export const organizationOf = (db: Db, id: string) => db.one(one, [id])
