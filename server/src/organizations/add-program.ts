import type { NewService } from '@common-table/shared/organizations/service-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const add = statement<{
  id: string
}>(`insert into services (district_id, organization_id, name, category_id, tier, setting, grades,
    languages, capacity_unit, source)
  select app_district(), $1, $2, k.id, coalesce($4::smallint, k.tiers[1]), coalesce($5, 'in_school'), coalesce($6::text[], '{}'), coalesce($7::text[], '{}'), k.unit, $8
  from categories k where k.district_id = app_district() and k.id = $3
  returning id`)

/** A program told by a partner or a school rather than entered here; undefined where its kind of help does not exist. */
export const addProgram = async (
  db: Db,
  organizationId: string,
  program: Pick<NewService, 'name' | 'categoryId' | 'tier' | 'setting' | 'grades' | 'languages'>,
  source: string,
) =>
  (
    await db.one(add, [
      organizationId,
      program.name,
      program.categoryId,
      program.tier ?? null,
      program.setting ?? null,
      program.grades ?? null,
      program.languages ?? null,
      source,
    ])
  )?.id
