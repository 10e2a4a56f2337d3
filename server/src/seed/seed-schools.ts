import { schoolsContract } from '@common-table/shared/schools/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { schoolYearLabel, schoolYearOf } from '@common-table/shared/calendar/school-years'
import { usersContract } from '@common-table/shared/people/users-contract'
import { schoolsUpTo } from './more-schools.ts'
import type { Seed } from './seeds.ts'

const alreadyThere = (error: unknown): void => {
  if (!(error instanceof ProblemError && error.fields?.[0]?.rule === 'unique')) throw error
}

/** Adds the schools, and gives the demo principal the two that carry her name. */
export const seedSchools: Seed = async ({ call, chance, schools, today }) => {
  const enrolmentYear = schoolYearLabel(schoolYearOf(today) - 1)
  const wanted = schoolsUpTo(schools, chance)
  for (const body of wanted)
    await call(schoolsContract.addSchool, { body: { ...body, enrolmentYear } }).catch(alreadyThere)
  const { items: principals } = await call(usersContract.listUsers, { query: { role: 'school' } })
  for (const person of principals) {
    if (person.schools.length > 0) continue
    const schoolIds: string[] = []
    for (const { code } of wanted.filter(({ principalName }) => principalName === person.name)) {
      const { items } = await call(schoolsContract.listSchools, { query: { q: code } })
      schoolIds.push(...items.filter((school) => school.code === code).map(({ id }) => id))
    }
    await call(usersContract.changeUser, {
      params: { userId: person.id },
      ifMatch: person.version,
      body: { schoolIds },
    })
  }
}
