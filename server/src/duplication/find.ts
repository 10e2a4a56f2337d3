import { differences, type Delivery, type Times } from '@common-table/shared/duplication/compare'
import type { Neighbour, Neighbours, PlannedHelp } from '@common-table/shared/duplication/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

type Found = Omit<Neighbour, 'differences'> & Omit<Delivery, 'schoolId' | 'categoryId' | 'tier'>

const timesOf = (of: string): string => `coalesce((select json_agg(json_build_object('weekdays', h.weekdays,
    'opensAt', to_char(h.opens_at, 'HH24:MI'), 'closesAt', to_char(h.closes_at, 'HH24:MI'), 'startsOn', h.starts_on, 'endsOn', h.ends_on))
  from schedules h where h.district_id = app_district() and h.service_id = v.id and ${of}), '[]')`
const place = `'organization', json_build_object('id', o.id, 'name', o.name), 'school', json_build_object('id', s.id, 'name', s.name),
  'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es)`

// A site's own times stand in for those of its service. A partnership is told only where no service of it is at the school.
const alike = statement<{ found: Found[] }>(`select coalesce(json_agg(item), '[]') as found from (
    select json_build_object('kind', 'service', 'id', v.id, 'name', v.name, ${place}, 'tier', v.tier, 'audience', v.audience,
      'grades', v.grades, 'languages', v.languages, 'setting', v.setting,
      'times', case when exists (select from schedules h where h.district_id = app_district() and h.service_site_id = x.id)
        then ${timesOf('h.service_site_id = x.id')} else ${timesOf('h.service_site_id is null')} end) as item
    from service_sites x join services v on v.district_id = x.district_id and v.id = x.service_id and v.status = 'active'
      join organizations o on o.district_id = v.district_id and o.id = v.organization_id and o.status <> 'inactive'
      join schools s on s.district_id = x.district_id and s.id = x.school_id
      join categories k on k.district_id = v.district_id and k.id = v.category_id
    where x.district_id = app_district() and x.school_id = any ($1::uuid[]) and v.category_id = any ($2::uuid[]) and x.status = 'active'
      and ($3::uuid is null or v.organization_id <> $3) and ($4::uuid[] is null or x.school_id = any ($4))
    union all
    select json_build_object('kind', 'partnership', 'id', p.id, 'name', p.name, ${place}, 'tier', null, 'audience', null,
      'grades', json_build_array(), 'languages', json_build_array(), 'setting', null, 'times', json_build_array())
    from partnership_schools l join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id and p.stage <> 'ended'
      join partnership_categories c on c.district_id = p.district_id and c.partnership_id = p.id and c.category_id = any ($2::uuid[])
      join organizations o on o.district_id = p.district_id and o.id = p.organization_id
      join schools s on s.district_id = l.district_id and s.id = l.school_id
      join categories k on k.district_id = c.district_id and k.id = c.category_id
    where l.district_id = app_district() and l.school_id = any ($1::uuid[]) and ($4::uuid[] is null or l.school_id = any ($4))
      and ($3::uuid is null or p.organization_id <> $3)
      and not exists (select from service_sites x join services v on v.district_id = x.district_id and v.id = x.service_id
        where x.district_id = app_district() and x.school_id = l.school_id and v.organization_id = p.organization_id
          and v.category_id = c.category_id and x.status = 'active')
    limit 500) every`)

/** Help that may double what is planned, and help that is alike but not the same; `scope` are the reader's own schools. */
export const neighboursOf = async (
  db: Db,
  scope: readonly string[] | null,
  planned: PlannedHelp,
): Promise<Neighbours> => {
  const { schoolIds, categoryIds, organizationId, schedules = [] } = planned
  const { found } = (await db.one(alike, [schoolIds, categoryIds, organizationId ?? null, scope]))! // an aggregate is one row
  const times = schedules.map(
    ({ weekdays, opensAt = null, closesAt = null, startsOn = null, endsOn = null }): Times => ({
      weekdays,
      opensAt,
      closesAt,
      startsOn,
      endsOn,
    }),
  )
  const neighbours = found.map(
    ({ audience, grades, languages, setting, times: theirs, ...one }): Neighbour => {
      const at = { schoolId: one.school.id, categoryId: one.category.id }
      const here: Delivery = {
        ...at,
        tier: planned.tier ?? null,
        audience: planned.audience ?? null,
        grades: planned.grades ?? [],
        languages: planned.languages ?? [],
        setting: planned.setting ?? null,
        times,
      }
      const there: Delivery = { ...at, tier: one.tier, audience, grades, languages, setting, times: theirs }
      return { ...one, differences: differences(here, there) }
    },
  )
  const same = (one: Neighbour) => one.differences.length === 0
  return { duplicates: neighbours.filter(same), others: neighbours.filter((one) => !same(one)) }
}
