import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import type { Seed } from './seeds.ts'

const name = 'Attendance mentors across the district'
/** A comparison takes six served schools with similar ones beside them: a dozen schools in all have no room for both. */
const roomFor = 40

/** In a larger district one partnership at every third elementary school since last year, to be set beside the others. */
export const seedContribution: Seed = async ({ call, schools: wanted, today }) => {
  if (wanted < roomFor) return
  const { items: known } = await call(partnershipsContract.listPartnerships, { query: { q: name, limit: 5 } })
  if (known.length > 0) return
  const { items: schools } = await call(schoolsContract.listSchools, {
    query: { limit: 200, level: ['elementary'] },
  })
  const { items: years } = await call(calendarContract.listSchoolYears)
  const [last] = years.filter(({ endsOn }) => endsOn < today)
  const { items: categories } = await call(catalogContract.listCategories)
  const category = categories.find(({ code }) => code === 'me_virtual')
  const { items: organizations } = await call(organizationsContract.listOrganizations, {
    query: { limit: 1 },
  })
  const [organization] = organizations
  if (!last || !category || !organization) return
  await call(partnershipsContract.createPartnership, {
    body: {
      organizationId: organization.id,
      name,
      stage: 'active',
      scope: 'several_schools',
      schoolIds: schools.filter((_, at) => at % 3 === 0).map(({ id }) => id),
      categoryIds: [category.id],
      startsOn: last.startsOn,
      studentsReached: 900,
      justification:
        'Mentors call every family whose child misses school; nobody else does it at these schools.',
      summary: 'Mentors call families when absences begin, and help with what keeps a child from coming.',
    },
  })
}
