import type { KnownCategory } from '@common-table/shared/imports/kinds/match-category'
import { foldText } from '@common-table/shared/matching/text'
import { openRecords } from '../run/queries-records.ts'
import type { Counts } from '../run/outcome.ts'
import type { GatheredService } from './gathered-sites.ts'
import { knownServices, newIds } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'

const settingOf = (categories: ReadonlySet<KnownCategory>): string => {
  const codes = [...categories].map(({ code }) => code)
  if (codes.includes('os_after')) return 'after_school'
  return codes.includes('os_summer') ? 'summer' : 'community_site'
}

/** Writes the services of a file; answers the id of each under its key. */
export const writeServices = async (
  { sql, importId }: WriterContext,
  services: ReadonlyMap<string, GatheredService>,
  idOf: (organizationId: string) => string,
  source: string,
): Promise<{ counts: Counts; serviceIds: ReadonlyMap<string, string> }> => {
  const here = new Map(
    (await knownServices(sql)).map((row) => [`${row.organization_id}|${foldText(row.name)}`, row.id]),
  )
  const fresh = await newIds(sql, services.size)
  const serviceIds = new Map<string, string>()
  const serviceRecords = await openRecords(sql, {
    table: 'services',
    key: ['id'],
    columns: [
      'organization_id',
      'name',
      'description',
      'category_id',
      'also_category_ids',
      'tier',
      'capacity_unit',
      'setting',
      'grades',
      'source',
    ],
    existing: 'fill',
    only: { name: 'false', source: 'false', setting: 'false', tier: 'false', capacity_unit: 'false' },
  })
  for (const [key, service] of services) {
    const organizationId = idOf(service.organizationId)
    const known = here.get(`${organizationId}|${foldText(service.name)}`)
    const id = known ?? fresh.pop()!
    serviceIds.set(key, id)
    const [category, ...others] = service.categories
    const description = [...service.types].join(', ')
    serviceRecords.add([
      id,
      organizationId,
      service.name,
      description === '' ? null : description,
      category?.id ?? null,
      others.map(({ id: other }) => other),
      // As for a program written down by hand: what this kind of help usually is.
      category?.tiers[0] ?? null,
      category?.unit ?? null,
      settingOf(service.categories),
      service.grades.size === 0 ? null : [...service.grades],
      source,
    ])
    await serviceRecords.flush()
  }
  return { counts: await serviceRecords.write(importId), serviceIds }
}
