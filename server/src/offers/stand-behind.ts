import { notYetFinal, type Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { insertPartnership } from '../partnerships/index.ts'

interface Standing {
  id: string
  formality: 'formal' | 'informal'
  scope: 'district' | 'several_schools' | 'one_school'
  inForce: boolean
  atSchool: boolean
  forService: boolean
}

const standing = statement<Standing>(`select p.id, p.formality, p.scope,
    p.stage in ('active', 'expanding', 'renewing') and (p.ends_on is null or p.ends_on >= current_date)
      and (p.starts_on is null or p.starts_on <= current_date) as "inForce",
    p.scope = 'district' or exists (select from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id
      and l.school_id = $2) as "atSchool",
    not exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id)
      or exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id
        and l.service_id = $3) as "forService"
  from partnerships p where p.district_id = app_district() and p.organization_id = $1 and p.stage not in ('paused', 'ended')
  order by p.stage in ('active', 'expanding', 'renewing') desc, p.formality desc, p.id`)

const addService = statement(`insert into partnership_services (district_id, partnership_id, service_id)
  values (app_district(), $1, $2) on conflict do nothing`)
const addSchool =
  statement(`with l as (insert into partnership_schools (district_id, partnership_id, school_id)
    values (app_district(), $1, $2) on conflict do nothing)
  update partnerships set scope = 'several_schools' where district_id = app_district() and id = $1 and scope = 'one_school'`)

/**
 * Sees to it that a partnership stands behind a service at a school. One that is there already takes it in; a formal one
 * keeps its paper, so that a placement waits for the signature like everything else it covers. Without any, an informal
 * partnership begins: the help is light and the school has said yes.
 */
export const standBehind = async (
  db: Db,
  {
    organizationId,
    schoolId,
    serviceId,
    categoryId,
    name,
    students,
    summary,
  }: {
    organizationId: string
    schoolId: string
    serviceId: string
    categoryId: string
    name: string
    students: number
    summary: string
  },
  lead: { id: string | null; name: string },
): Promise<string> => {
  const all = await db.many(standing, [organizationId, schoolId, serviceId])
  const found =
    all.find(({ inForce, atSchool, forService }) => inForce && atSchool && forService) ??
    all.find(({ inForce, atSchool }) => inForce && atSchool) ??
    all.find(({ inForce, formality }) => inForce && formality === 'informal') ??
    all.find(({ formality }) => formality === 'formal')
  if (found) {
    if (!found.atSchool) await db.run(addSchool, [found.id, schoolId])
    if (!found.forService) await db.run(addService, [found.id, serviceId])
    return found.id
  }
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
  return (JSON.parse(partnership) as { id: string }).id // the record that was just written
}
