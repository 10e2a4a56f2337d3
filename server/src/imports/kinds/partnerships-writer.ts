import { openRecords } from '../run/queries-records.ts'
import type { Counts } from '../run/outcome.ts'
import type { OrganizationList } from './organization-list.ts'
import type { GatheredService, WrittenSite } from './gathered-sites.ts'
import { byExternalKey, newIds } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'

/** The key of the partnership that an organisation's sites at schools amount to. */
export const partnershipKey = (organizationId: string): string => `sites:${organizationId}`

/** One partnership for each organisation with programmes at schools: running, informal, with the schools and services seen. */
export const formPartnerships = async (
  context: WriterContext,
  list: OrganizationList,
  idOf: (id: string) => string,
  services: ReadonlyMap<string, GatheredService>,
  serviceIds: ReadonlyMap<string, string>,
  sites: readonly WrittenSite[],
  source: string,
): Promise<Counts> => {
  const { sql, importId } = context
  const names = new Map<string, string>()
  const categories = new Map<string, string[]>()
  for (const [key, service] of services) {
    names.set(idOf(service.organizationId), list.nameOf(service.organizationId))
    categories.set(
      serviceIds.get(key)!,
      [...service.categories].map(({ id }) => id),
    )
  }
  const formed = new Map<string, { schools: Set<string>; services: Set<string>; categories: Set<string> }>()
  for (const { organizationId, serviceId, schoolId } of sites) {
    if (schoolId === undefined) continue
    const one = formed.get(organizationId) ?? {
      schools: new Set(),
      services: new Set(),
      categories: new Set(),
    }
    formed.set(organizationId, one)
    one.schools.add(schoolId)
    one.services.add(serviceId)
    for (const category of categories.get(serviceId) ?? []) one.categories.add(category)
  }
  const known = await byExternalKey(sql, 'partnerships', 'sites:')
  const fresh = await newIds(sql, formed.size)
  const records = await openRecords(sql, {
    table: 'partnerships',
    key: ['id'],
    columns: ['organization_id', 'name', 'stage', 'scope', 'formality', 'source', 'external_key'],
    existing: 'fill',
    only: { name: 'false', stage: 'false', scope: 'false', formality: 'false', source: 'false' },
  })
  const links = {
    schools: await openRecords(sql, {
      table: 'partnership_schools',
      key: ['partnership_id', 'school_id'],
      columns: [],
      existing: 'fill',
    }),
    services: await openRecords(sql, {
      table: 'partnership_services',
      key: ['partnership_id', 'service_id'],
      columns: [],
      existing: 'fill',
    }),
    categories: await openRecords(sql, {
      table: 'partnership_categories',
      key: ['partnership_id', 'category_id'],
      columns: [],
      existing: 'fill',
    }),
  }
  for (const [organizationId, one] of formed) {
    const key = partnershipKey(organizationId)
    const id = known.get(key) ?? fresh.pop()!
    const scope = one.schools.size > 1 ? 'several_schools' : 'one_school'
    records.add([id, organizationId, names.get(organizationId)!, 'active', scope, 'informal', source, key])
    for (const school of one.schools) links.schools.add([id, school])
    for (const service of one.services) links.services.add([id, service])
    for (const category of one.categories) links.categories.add([id, category])
  }
  const counts = await records.write(importId)
  for (const link of Object.values(links)) await link.write(importId)
  return counts
}
