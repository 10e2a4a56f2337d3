import type {
  NewPartnership,
  Partnership,
  PartnershipChange,
} from '@common-table/shared/partnerships/schemas'
import type { Neighbour } from '@common-table/shared/duplication/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { refuseDuplicates } from '../duplication/index.ts'

type Plan = { categoryIds: string[]; tier: number | null; grades: never[]; languages: string[] }

// What all of its services have in common is known of the partnership; where they differ, it is open.
const delivered = statement<Plan>(`select coalesce(array_agg(distinct category_id), '{}') as "categoryIds",
    case when count(distinct tier) = 1 then min(tier) end as tier,
    case when bool_and(cardinality(grades) > 0) then (select array_agg(distinct g) from services x, unnest(x.grades) g
      where x.district_id = app_district() and x.id = any ($1::uuid[])) else '{}' end as grades,
    case when bool_and(cardinality(languages) > 0) then (select array_agg(distinct g) from services x, unnest(x.languages) g
      where x.district_id = app_district() and x.id = any ($1::uuid[])) else '{}' end as languages
  from services where district_id = app_district() and id = any ($1::uuid[])`)

/** Help at the schools of a new partnership that it may double; refuses without a justification. One that is over doubles nothing. */
export const duplicatesOfPlan = async (
  db: Db,
  { organizationId, stage, schoolIds = [], categoryIds = [], serviceIds = [], justification }: NewPartnership,
): Promise<Neighbour[]> => {
  if (stage === 'ended' || schoolIds.length === 0 || schoolIds.length > 200) return []
  const of = serviceIds.length > 0 ? await db.one(delivered, [serviceIds]) : undefined
  const categories = [...new Set([...categoryIds, ...(of?.categoryIds ?? [])])]
  if (categories.length === 0 || categories.length > 50) return []
  return refuseDuplicates(
    db,
    {
      schoolIds,
      categoryIds: categories,
      organizationId,
      ...(of?.tier && { tier: of.tier }),
      ...(of && { grades: of.grades ?? [], languages: of.languages ?? [] }),
    },
    justification,
  )
}

type Standing = Pick<Partnership, 'organization' | 'stage' | 'schools' | 'categories' | 'services'>
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

/** The same for a change: schools that are added with all its help, kinds of help that are added at the schools it is at. */
export const duplicatesOfChange = async (
  db: Db,
  { organization, stage, schools, categories, services }: Standing,
  change: PartnershipChange,
): Promise<Neighbour[]> => {
  const { justification } = change
  const [here, kinds] = [ids(schools), ids(categories)]
  const newSchools = (change.schoolIds ?? []).filter((id) => !here.includes(id))
  const newKinds = (change.categoryIds ?? []).filter((id) => !kinds.includes(id))
  const kept = here.filter((id) => !change.schoolIds || change.schoolIds.includes(id))
  const plan = { organizationId: organization.id, name: '', stage, ...(justification && { justification }) }
  const atNew = await duplicatesOfPlan(db, {
    ...plan,
    schoolIds: newSchools,
    categoryIds: change.categoryIds ?? kinds,
    serviceIds: change.serviceIds ?? ids(services),
  })
  const ofNew = await duplicatesOfPlan(db, { ...plan, schoolIds: kept, categoryIds: newKinds })
  return [...atNew, ...ofNew]
}
