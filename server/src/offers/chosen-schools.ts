import type { PlacementRequest } from '@common-table/shared/offers/schemas'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const facts = statement<{
  id: string
  name: string
  enrolment: number | null
  reachable: boolean
  open: boolean
}>(
  `select id, name, enrolment, coalesce(principal_email, '') <> '' as reachable, status = 'open' as open
   from schools where district_id = app_district() and id = any ($1::uuid[])`,
)
const category = statement<{ id: string }>(
  'select id from categories where district_id = app_district() and id = $1 and active',
)

/** Refuses a choice that cannot be: an unknown school or kind of help, more students than a school has, nobody to ask. */
export const checkSchools = async (db: Db, { schools, how, categoryId }: PlacementRequest): Promise<void> => {
  if (!(await db.one(category, [categoryId])))
    throw fieldProblem('categoryId', 'Choose a kind of help from the list of your district.', 'reference')
  const known = new Map(
    (await db.many(facts, [schools.map(({ schoolId }) => schoolId)])).map((one) => [one.id, one]),
  )
  if (new Set(schools.map(({ schoolId }) => schoolId)).size < schools.length)
    throw fieldProblem('schools', 'A school is chosen twice.', 'unique')
  for (const [at, { schoolId, students }] of schools.entries()) {
    const school = known.get(schoolId)
    if (!school?.open)
      throw fieldProblem(`schools.${at}.schoolId`, 'There is no such open school.', 'reference')
    if (school.enrolment !== null && students > school.enrolment)
      throw fieldProblem(
        `schools.${at}.students`,
        `${school.name} has ${school.enrolment} students. Enter no more than that.`,
        'range',
      )
    if (how === 'ask' && !school.reachable)
      throw refusal('no-principal-address', {
        detail: `${school.name} has no e-mail address of its principal. Add it on the school’s page, or place the offer after a call.`,
      })
  }
}
