import { notYetFinal, type Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { insertPartnership } from './queries-write.ts'

interface Standing {
  id: string
  formality: 'formal' | 'informal'
  scope: 'district' | 'several_schools' | 'one_school'
  inForce: boolean
  atSchool: boolean
  forService: boolean
}

const standing = statement<Standing>(`select p.id, p.formality, p.scope,
    p.stage in ('active', 'expanding', 'renewing') and (p.ends_on is null or p.ends_on >= t.today)
      and (p.starts_on is null or p.starts_on <= t.today) as "inForce",
    p.scope = 'district' or exists (select from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id
      and l.school_id = $2) as "atSchool",
    not exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id)
      or exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id
        and l.service_id = $1) as "forService"
  from services v join partnerships p on p.district_id = v.district_id and p.organization_id = v.organization_id,
    (select (now() at time zone time_zone)::date as today from districts where id = app_district()) t
  where v.district_id = app_district() and v.id = $1 and p.stage not in ('paused', 'ended')
  order by p.stage in ('active', 'expanding', 'renewing') desc, p.formality desc, p.id`)

const addService = statement(`insert into partnership_services (district_id, partnership_id, service_id)
  values (app_district(), $1, $2) on conflict do nothing`)
const addSchool = statement(`insert into partnership_schools (district_id, partnership_id, school_id)
  values (app_district(), $1, $2) on conflict do nothing`)
const widen =
  statement(`update partnerships set scope = 'several_schools' where district_id = app_district() and id = $1 and scope = 'one_school'
  and (select count(*) from partnership_schools l where l.district_id = app_district() and l.partnership_id = $1) > 1`)

/** What begins where no partnership is there yet. */
export interface Beginning {
  organizationId: string
  categoryId: string
  name: string
  students: number
  summary: string
  lead: { id: string | null; name: string }
}

/** A partnership behind a service at a school; `joined` says with which scope, where the school was added to it just now. */
export interface Backing {
  id: string
  joined: { scope: string } | null
}

/**
 * Sees to it that a partnership stands behind a service at a school. One in force that covers the service takes the school
 * in. That is all where places are only moved (no `beginning`). Where a school has said yes to a partner, any partnership
 * that is there takes the help in; a formal one keeps its paper, so that the help waits for the signature like everything
 * else it covers. Without any, an informal partnership begins: the help is light and the school has said yes.
 */
export const standBehind = async (
  db: Db,
  { serviceId, schoolId }: { serviceId: string; schoolId: string },
  beginning?: Beginning,
): Promise<Backing | null> => {
  const all = await db.many(standing, [serviceId, schoolId])
  const covers = all.filter(({ inForce, forService }) => inForce && forService)
  const there = covers.find(({ atSchool }) => atSchool)
  const found = beginning
    ? (there ??
      all.find(({ inForce, atSchool }) => inForce && atSchool) ??
      covers[0] ??
      all.find(({ inForce, formality }) => inForce && formality === 'informal') ??
      all.find(({ formality }) => formality === 'formal'))
    : (there ?? covers[0])
  if (found) {
    if (!found.forService) await db.run(addService, [found.id, serviceId])
    if (found.atSchool) return { id: found.id, joined: null }
    await db.run(addSchool, [found.id, schoolId])
    await db.run(widen, [found.id])
    return { id: found.id, joined: { scope: found.scope } }
  }
  if (!beginning) return null
  const { organizationId, categoryId, name, students, summary, lead } = beginning
  const { partnership } = await insertPartnership(
    notYetFinal(db),
    {
      organizationId,
      name,
      stage: 'active',
      formality: 'informal',
      intensity: 'low',
      schoolIds: [schoolId],
      categoryIds: [categoryId],
      serviceIds: [serviceId],
      leadUserId: lead.id,
      studentsReached: students,
      summary,
    },
    lead,
  )
  return { id: (JSON.parse(partnership) as { id: string }).id, joined: null } // the record that was just written
}
