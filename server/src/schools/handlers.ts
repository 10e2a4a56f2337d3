import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { placeProblem } from '@common-table/shared/schools/place'
import type { schoolsContract } from '@common-table/shared/schools/contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { exportSchools } from './export.ts'
import { countSchools, listSchools, type SchoolScope } from './list.ts'
import { addSchool, changeSchool, otherSchoolWithCode, schoolOf, schoolOverview } from './queries.ts'

const theSchool = async (db: Db, scope: SchoolScope, id: string) =>
  (await schoolOf(db, scope, id)) ?? notFound('school')

const codeTaken = (code: string) =>
  fieldProblem('code', `Another school has the code ${code}. Codes are unique in the district.`, 'unique')

export const schoolsHandlers: Handlers<typeof schoolsContract> = {
  listSchools: async ({ db, actor, query, page }) =>
    listAnswer(await listSchools(db, actor.schoolIds, query, page.after), page),

  countSchools: async ({ db, actor, query }) =>
    json((await countSchools(db, actor.schoolIds, query))?.facets ?? '{}'),

  exportSchoolsCsv: ({ db, actor, query }) => exportSchools(db, actor.schoolIds, query, 'csv'),
  exportSchoolsXlsx: ({ db, actor, query }) => exportSchools(db, actor.schoolIds, query, 'xlsx'),

  getSchool: async ({ db, actor, params }) => {
    const { school, version } = await theSchool(db, actor.schoolIds, params.schoolId)
    return json(school, version)
  },

  getSchoolOverview: async ({ db, actor, params }) =>
    json(((await schoolOverview(db, actor.schoolIds, params.schoolId)) ?? notFound('school')).overview),

  addSchool: async ({ db, actor, body }) => {
    const problem = placeProblem(body.latitude ?? null, body.longitude ?? null)
    if (problem) throw fieldProblem(problem.field, problem.message, problem.rule)
    const added = await addSchool(db, body)
    if (!added) throw codeTaken(body.code)
    const { school, version } = await theSchool(db, actor.schoolIds, added.id)
    return json(school, version)
  },

  changeSchool: async ({ db, actor, params, body, ifMatch }) => {
    const before = await theSchool(db, actor.schoolIds, params.schoolId)
    const { latitude, longitude } = {
      ...(JSON.parse(before.school) as { latitude: null; longitude: null }),
      ...body,
    }
    const problem = placeProblem(latitude, longitude)
    if (problem) throw fieldProblem(problem.field, problem.message, problem.rule)
    if (body.code !== undefined && (await otherSchoolWithCode(db, body.code, params.schoolId)))
      throw codeTaken(body.code)
    const changed = Object.keys(body).length > 0 && (await changeSchool(db, params.schoolId, ifMatch, body))
    const { school, version } = await theSchool(db, actor.schoolIds, params.schoolId)
    return changed || version === ifMatch ? json(school, version) : stale(school)
  },
}
