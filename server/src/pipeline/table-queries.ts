import type { Candidate } from '@common-table/shared/pipeline/table-schemas'
import type { Sector } from '@common-table/shared/vocabulary/sectors'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Member {
  organization: { id: string; name: string }
  type: string
  sectors: Sector[]
  standing: 'at_table' | 'on_the_way'
  partnershipId: string | null
  prospectId: string | null
}

const sectorsOf = 'organization_sectors(o.type, o.sectors, o.category_ids)'

// One row for each organisation: a running partnership says more than one being formed, and that more than a prospect.
const members = statement<{ school: { id: string; name: string }; members: Member[] }>(`with standing as (
    select p.organization_id, case when p.stage in ('active', 'expanding', 'renewing') then 1 else 2 end as rank,
      p.id as partnership_id, null::uuid as prospect_id
    from partnerships p where p.district_id = app_district() and p.stage <> 'ended' and (p.scope = 'district'
      or exists (select from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = $1))
    union all
    select x.organization_id, 3, null, x.id from prospects x
      join prospect_schools l on l.district_id = x.district_id and l.prospect_id = x.id and l.school_id = $1
      where x.district_id = app_district() and x.stage not in ('joined', 'declined')
  ), best as (select distinct on (organization_id) * from standing order by organization_id, rank, partnership_id, prospect_id)
  select json_build_object('id', h.id, 'name', h.name) as school, coalesce((
    select json_agg(json_build_object('organization', json_build_object('id', o.id, 'name', o.name), 'type', o.type,
      'sectors', ${sectorsOf}, 'standing', case when b.rank = 1 then 'at_table' else 'on_the_way' end,
      'partnershipId', b.partnership_id, 'prospectId', b.prospect_id) order by b.rank, o.name, o.id)
    from best b join organizations o on o.district_id = app_district() and o.id = b.organization_id), '[]') as members
  from schools h where h.district_id = app_district() and h.id = $1 and ($2::uuid[] is null or h.id = any ($2))`)

/** The organisations at a school's table or on the way there; nothing when the school may not be seen. */
export const tableMembers = (db: Db, scope: readonly string[] | null, schoolId: string) =>
  db.one(members, [schoolId, scope])

const candidates = statement<Candidate & { sector: Sector }>(`with here as (
    select p.organization_id from partnerships p where p.district_id = app_district() and p.stage <> 'ended' and (p.scope = 'district'
      or exists (select from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = $1))
  ), able as (
    select o.id, o.name, o.type, o.trusted_in_community, o.school_count, unnest(${sectorsOf}) as sector,
      exists (select from organization_ties t where t.district_id = o.district_id and t.organization_id = o.id and t.school_id = $1) as tied,
      (select count(*)::integer from acquaintances a where a.district_id = o.district_id and a.organization_id = o.id) as knowers
    from organizations o where o.district_id = app_district() and o.status <> 'inactive' and o.type <> 'district_program'
      and o.id not in (select organization_id from here)
  ), ranked as (
    select *, row_number() over (partition by sector
      order by tied desc, trusted_in_community desc, knowers desc, school_count desc, name, id) as place
    from able where sector = any ($2::text[])
  )
  select sector, json_build_object('id', id, 'name', name) as organization, type, tied as "tiedToSchool",
    trusted_in_community as trusted, knowers, school_count as "schoolCount"
  from ranked where place <= 5 order by sector, place`)

/** For each of these sectors, up to five who could be asked: those with ties to the school first, then the trusted. */
export const candidatesOf = (db: Db, schoolId: string, sectors: readonly Sector[]) =>
  db.many(candidates, [schoolId, sectors])
