import type { NewService, Service, ServiceChange } from '@common-table/shared/organizations/service-schemas'
import type { servicesContract } from '@common-table/shared/organizations/services-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { answerChanged, answerOf } from './current.ts'
import { organizationOf } from './profile-queries.ts'
import { storedForms } from './record-forms.ts'
import {
  categoriesMissing,
  deleteService,
  insertService,
  replaceServiceSchedules,
  serviceOf,
  updateService,
} from './services-queries.ts'
import { checkSchedules } from './schedules.ts'
import { siteHandlers } from './sites-handlers.ts'
import type { services } from './services-table.ts'

const everySchool = (db: Db, id: string) => serviceOf(db, null, id)

const rowOf = <T extends NewService | ServiceChange>({ schedules: _schedules, website, ...facts }: T) => ({
  ...(facts as Partial<typeof services.$inferInsert>), // the contract's enums are the columns' own
  ...storedForms({ ...(website !== undefined && { website }) }),
})

const checkCategories = async (
  db: Db,
  { categoryId, alsoCategoryIds = [] }: ServiceChange,
): Promise<void> => {
  const named = [...(categoryId ? [categoryId] : []), ...alsoCategoryIds]
  const missing = named.length > 0 ? await categoriesMissing(db, named) : new Set<string>()
  if (missing.size === 0) return
  const field = categoryId && missing.has(categoryId) ? 'categoryId' : 'alsoCategoryIds'
  throw fieldProblem(field, 'Choose a kind of service from the list of your district.', 'reference')
}

const checkAges = ({ minimumAge, maximumAge }: ServiceChange): void => {
  if (typeof minimumAge === 'number' && typeof maximumAge === 'number' && minimumAge > maximumAge)
    throw fieldProblem('maximumAge', 'The oldest age must not be below the youngest.', 'order')
}

export const servicesHandlers: Handlers<typeof servicesContract> = {
  getService: ({ db, actor, params }) =>
    answerOf(db, 'service', (reader, id) => serviceOf(reader, actor.schoolIds, id), params.serviceId),

  addService: async ({ db, params: { organizationId }, body }) => {
    if (!(await organizationOf(db, organizationId))) notFound('organization')
    checkAges(body)
    checkSchedules(body.schedules)
    await checkCategories(db, body)
    const { name, categoryId } = body
    const id = await insertService(db, { ...rowOf(body), name, categoryId, organizationId })
    if (body.schedules) await replaceServiceSchedules(db, id, body.schedules)
    return answerOf(db, 'service', everySchool, id)
  },

  changeService: async ({ db, params: { serviceId }, body, ifMatch }) => {
    const current = (await everySchool(db, serviceId)) ?? notFound('service')
    if (current.version !== ifMatch) stale(current.json)
    checkAges({ ...(JSON.parse(current.json) as Service), ...body })
    checkSchedules(body.schedules)
    await checkCategories(db, body)
    const changed = await updateService(db, serviceId, ifMatch, rowOf(body))
    if (changed.length > 0 && body.schedules) await replaceServiceSchedules(db, serviceId, body.schedules)
    return answerChanged(db, 'service', everySchool, serviceId, changed)
  },

  removeService: async ({ db, params: { serviceId } }) => {
    if ((await deleteService(db, serviceId)).length === 0) notFound('service')
  },

  ...siteHandlers,
}
