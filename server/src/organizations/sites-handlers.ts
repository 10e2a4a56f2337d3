import type { NewServiceSite, ServiceSite } from '@common-table/shared/organizations/service-schemas'
import type { servicesContract } from '@common-table/shared/organizations/services-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Service } from '@common-table/shared/organizations/service-schemas'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { recordJustification, refuseDuplicates } from '../duplication/index.ts'
import type { Author } from '../db/transactions.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { answerChanged, answerOf } from './current.ts'
import { keepPlaced } from './placed-here.ts'
import { checkSchedules } from './schedules.ts'
import {
  deleteSite,
  insertSite,
  isOwnLocation,
  replaceSiteSchedules,
  serviceOf,
  siteOf,
  today,
  updateSite,
} from './services-queries.ts'

/** A site as it would be after the change. */
interface Planned {
  serviceId: string
  schoolId: string | null
  locationId: string | null
  siteName: string
  capacityMaximum: number | null
  capacityAvailable: number | null
}

const checkSite = async (db: Db, site: Planned, given: NewServiceSite): Promise<void> => {
  checkSchedules(given.schedules)
  if (site.schoolId !== null && site.locationId !== null)
    throw fieldProblem(
      'locationId',
      'A site is either at a school or at a place of the organization. Choose one.',
      'one',
    )
  if (site.schoolId === null && site.locationId === null && site.siteName.trim() === '')
    throw fieldProblem(
      'schoolId',
      'Say where it is: choose a school or a place, or give the site a name.',
      'required',
    )
  if (
    site.capacityAvailable !== null &&
    site.capacityMaximum !== null &&
    site.capacityAvailable > site.capacityMaximum
  )
    throw fieldProblem(
      'capacityAvailable',
      'More places are free than there are. Lower this number or raise the maximum.',
      'order',
    )
  if (given.locationId && !(await isOwnLocation(db, site.serviceId, given.locationId)))
    throw fieldProblem('locationId', 'Choose a place of the same organization.', 'reference')
}

/**
 * New capacity figures are true today unless the writer says of when they are: whoever types them knows them (domain 5:
 * capacity counts only with a date it was verified on).
 */
const verifiedNow = async (db: Db, given: NewServiceSite): Promise<{ verifiedOn?: string | null }> => {
  const day = await today(db)
  if (given.verifiedOn && given.verifiedOn > day)
    throw fieldProblem('verifiedOn', 'Capacity cannot be verified on a day to come.', 'order')
  const figures = typeof given.capacityMaximum === 'number' || typeof given.capacityAvailable === 'number'
  return given.verifiedOn === undefined && figures ? { verifiedOn: day } : {}
}

/** Help at a school that may double what is there asks for a reason, which is kept. */
const checkDuplicates = async (
  db: Db,
  service: Service,
  { schoolId, schedules, justification }: NewServiceSite,
  author: Author,
): Promise<void> => {
  if (!schoolId) return
  const { organizationId, categoryId, tier, audience, grades, languages, setting } = service
  const beside = await refuseDuplicates(
    db,
    {
      schoolIds: [schoolId],
      categoryIds: [categoryId],
      tier,
      audience,
      grades,
      languages,
      setting,
      organizationId,
      schedules: schedules?.length ? schedules : service.schedules,
    },
    justification,
  )
  await recordJustification(db, { organizationId }, beside, justification, author)
}

export const siteHandlers: Pick<
  Handlers<typeof servicesContract>,
  'addServiceSite' | 'changeServiceSite' | 'verifyServiceSite' | 'removeServiceSite'
> = {
  addServiceSite: async ({ db, params: { serviceId }, body, author }) => {
    const service = (await serviceOf(db, null, serviceId)) ?? notFound('service')
    const nowhere = {
      schoolId: null,
      locationId: null,
      siteName: '',
      capacityMaximum: null,
      capacityAvailable: null,
    }
    await checkSite(db, { ...nowhere, ...body, serviceId }, body)
    await checkDuplicates(db, JSON.parse(service.json) as Service, body, author)
    const { schedules, justification: _, ...facts } = body
    const siteId = await insertSite(db, { ...facts, ...(await verifiedNow(db, body)), serviceId })
    if (schedules) await replaceSiteSchedules(db, serviceId, siteId, schedules)
    return answerOf(db, 'site', siteOf, siteId)
  },

  changeServiceSite: async ({ db, params: { siteId }, body, ifMatch, author }) => {
    const current = (await siteOf(db, siteId)) ?? notFound('site')
    if (current.version !== ifMatch) stale(current.json)
    const site = JSON.parse(current.json) as ServiceSite
    const place = { schoolId: site.school?.id ?? null, locationId: site.location?.id ?? null }
    await checkSite(db, { ...site, ...place, ...body }, body)
    if (typeof body.capacityMaximum === 'number' && body.capacityMaximum < (site.capacityMaximum ?? Infinity))
      await keepPlaced(db, siteId, body.capacityMaximum)
    if (body.schoolId && body.schoolId !== place.schoolId) {
      const service = (await serviceOf(db, null, site.serviceId))! // a site is of a service
      await checkDuplicates(db, JSON.parse(service.json) as Service, body, author)
    }
    const { schedules, justification: _, ...facts } = body
    const changed = await updateSite(db, siteId, ifMatch, { ...facts, ...(await verifiedNow(db, body)) })
    if (changed.length > 0 && schedules) await replaceSiteSchedules(db, site.serviceId, siteId, schedules)
    return answerChanged(db, 'site', siteOf, siteId, changed)
  },

  verifyServiceSite: async ({ db, params: { siteId }, ifMatch }) => {
    const current = (await siteOf(db, siteId)) ?? notFound('site')
    const { capacityMaximum, capacityAvailable } = JSON.parse(current.json) as ServiceSite
    if (capacityMaximum === null && capacityAvailable === null) throw refusal('no-capacity-yet')
    const changed = await updateSite(db, siteId, ifMatch, { verifiedOn: await today(db) })
    return answerChanged(db, 'site', siteOf, siteId, changed)
  },

  removeServiceSite: async ({ db, params: { siteId } }) => {
    if ((await deleteSite(db, siteId)).length === 0) notFound('site')
  },
}
