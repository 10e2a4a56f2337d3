import { plannedYear } from '@common-table/shared/calendar/next-school-year'
import { schoolYearOf } from '@common-table/shared/calendar/school-years'
import { categories } from '@common-table/shared/catalog/taxonomy'
import { addSchoolYears, yearSpans } from '../calendar/index.ts'
import { addStandardCategories } from '../catalog/index.ts'
import type { Services } from '../http/services.ts'
import { addStartingVocabulary } from './starting-vocabulary.ts'

/** Published school figures reach back about this far; an earlier year can be added when figures for it turn up. */
const firstYear = 2013

/** Gives a new district its vocabulary: school years around `today`, student groups, categories, metrics. Repeatable. */
export const foundDistrict = (
  services: Services,
  districtId: string,
  { today }: { today: string },
): Promise<void> =>
  services.write(districtId, { kind: 'system', id: null, name: 'set-up', requestId: null }, async (db) => {
    const { startMonth, years } = await yearSpans(db)
    // A district that has school years keeps its own: adding some again would bring back what it removed.
    if (years.length === 0) {
      const last = schoolYearOf(today, startMonth) + 1
      const planned = Array.from({ length: last - firstYear + 1 }, (_, at) =>
        plannedYear(firstYear + at, startMonth),
      )
      await addSchoolYears(db, planned)
    }
    await addStandardCategories(db, categories)
    await addStartingVocabulary(db)
  })
