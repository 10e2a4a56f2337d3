import { createHash } from 'node:crypto'
import type { KnownCategory } from '@common-table/shared/imports/kinds/match-category'
import { foldText } from '@common-table/shared/matching/text'
import { openRecords } from '../run/queries-records.ts'
import type { Counts, Note } from '../run/outcome.ts'
import type { OrganizationList } from './organization-list.ts'
import {
  askAboutDuplicates,
  writeOrganizationRecords,
  type OrganizationValues,
} from './organization-writer.ts'
import { formPartnerships } from './partnerships-writer.ts'
import { byExternalKey, knownServices, newIds } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'
import { settlePlaces } from './site-schools.ts'

export interface Place {
  readonly name: string
  readonly area: string
  readonly address: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly latitude: number | undefined
  readonly longitude: number | undefined
}

export interface GatheredService {
  readonly organizationId: string
  readonly name: string
  readonly categories: Set<KnownCategory>
  readonly types: Set<string>
  readonly grades: Set<string>
  /** Place key → the organisation as the file spells it, in the form spellings agree on. */
  readonly places: Map<string, Set<string>>
}

export interface GatheredSites {
  readonly list: OrganizationList
  readonly organizations: ReadonlyMap<string, OrganizationValues>
  readonly services: ReadonlyMap<string, GatheredService>
  readonly places: ReadonlyMap<string, Place>
}

/** One service at one place, as it is written. */
export interface WrittenSite {
  readonly id: string
  readonly serviceId: string
  readonly organizationId: string
  readonly placeKey: string
  readonly schoolId: string | undefined
}

const keyed = (prefix: string, ...parts: string[]): string =>
  `${prefix}:${createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 27)}`

const settingOf = (categories: ReadonlySet<KnownCategory>): string => {
  const codes = [...categories].map(({ code }) => code)
  if (codes.includes('os_after')) return 'after_school'
  return codes.includes('os_summer') ? 'summer' : 'community_site'
}

/** Writes what the rows of a file of programmes amount to. */
export const writeProgramSites = async (
  context: WriterContext,
  { list, organizations, services, places }: GatheredSites,
): Promise<{ counts: Record<string, Counts>; notes: Note[] }> => {
  const { sql, importId } = context
  const source = `import ${context.fileName}`
  const written = await writeOrganizationRecords(context, list, organizations, source)
  const fill = { existing: 'fill' } as const

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
      'setting',
      'grades',
      'source',
    ],
    ...fill,
    only: { name: 'false', source: 'false', setting: 'false' },
  })
  for (const [key, service] of services) {
    const organizationId = written.idOf(service.organizationId)
    const known = here.get(`${organizationId}|${foldText(service.name)}`)
    const id = known ?? fresh.pop()!
    serviceIds.set(key, id)
    const [category, ...others] = [...service.categories].map((one) => one.id)
    const description = [...service.types].join(', ')
    serviceRecords.add([
      id,
      organizationId,
      service.name,
      description === '' ? null : description,
      category ?? null,
      others,
      settingOf(service.categories),
      service.grades.size === 0 ? null : [...service.grades],
      source,
    ])
    await serviceRecords.flush()
  }
  const serviceCounts = await serviceRecords.write(importId)

  const settled = await settlePlaces(context, places)
  const knownPlaces = await byExternalKey(sql, 'locations', 'place:')
  const knownSites = await byExternalKey(sql, 'service_sites', 'site:')
  const locations = await openRecords(sql, {
    table: 'locations',
    key: ['id'],
    columns: [
      'organization_id',
      'name',
      'address',
      'city',
      'state',
      'postal_code',
      'latitude',
      'longitude',
      'external_key',
    ],
    ...fill,
  })
  const locationIds = new Map<string, string>()
  const atSchool = new Set<string>()
  const rows: {
    site: WrittenSite
    locationId: string | undefined
    confidence: number | null
    key: string
  }[] = []
  for (const [key, service] of services) {
    const organizationId = written.idOf(service.organizationId)
    for (const [placeKey, names] of service.places) {
      const { schoolId, confidence } = settled.of(placeKey)
      const siteKeyOf = (name: string) => keyed('site', name, foldText(service.name), placeKey)
      const name = [...names].find((one) => knownSites.has(siteKeyOf(one))) ?? [...names][0]!
      const siteKey = siteKeyOf(name)
      // Two addresses of one site at one school are one site.
      const twin = `${serviceIds.get(key)}|${schoolId}|${places.get(placeKey)!.name}`
      if (schoolId !== undefined && atSchool.has(twin)) continue
      atSchool.add(twin)
      const locationKey = schoolId === undefined ? keyed('place', name, placeKey) : undefined
      if (locationKey !== undefined && !locationIds.has(locationKey))
        locationIds.set(locationKey, knownPlaces.get(locationKey) ?? '')
      const id = knownSites.get(siteKey) ?? ''
      const site = { id, serviceId: serviceIds.get(key)!, organizationId, placeKey, schoolId }
      rows.push({ site, locationId: locationKey, confidence, key: siteKey })
    }
  }
  const locationNew = await newIds(sql, [...locationIds.values()].filter((id) => id === '').length)
  const siteNew = await newIds(sql, rows.filter(({ site }) => site.id === '').length)
  const placed = new Set<string>()
  const sites: WrittenSite[] = []
  const siteRecords = await openRecords(sql, {
    table: 'service_sites',
    key: ['id'],
    columns: [
      'service_id',
      'school_id',
      'location_id',
      'site_name',
      'match_confidence',
      'source',
      'external_key',
    ],
    ...fill,
    only: { source: 'false' },
  })
  for (const { site, locationId: locationKey, confidence, key } of rows) {
    let locationId: string | null = null
    if (locationKey !== undefined) {
      locationId = locationIds.get(locationKey) || locationNew.pop()!
      locationIds.set(locationKey, locationId)
      if (!placed.has(locationKey)) {
        placed.add(locationKey)
        const place = places.get(site.placeKey)!
        locations.add([
          locationId,
          site.organizationId,
          place.name,
          place.address || null,
          place.city || place.area || null,
          place.state || null,
          place.postalCode || null,
          place.latitude ?? null,
          place.longitude ?? null,
          locationKey,
        ])
      }
    }
    const id = site.id || siteNew.pop()!
    sites.push({ ...site, id })
    siteRecords.add([
      id,
      site.serviceId,
      site.schoolId ?? null,
      locationId,
      places.get(site.placeKey)!.name,
      confidence,
      source,
      key,
    ])
    await siteRecords.flush()
    await locations.flush()
  }
  const locationCounts = await locations.write(importId)
  const siteCounts = await siteRecords.write(importId)
  const questions = await settled.ask(sites)
  const duplicates = await askAboutDuplicates(context, list.questions(), written.idOf)
  const partnerships =
    context.options.partnerships === 'yes'
      ? await formPartnerships(context, list, written.idOf, services, serviceIds, sites, source)
      : undefined
  return {
    counts: {
      organizations: written.counts,
      services: serviceCounts,
      locations: locationCounts,
      serviceSites: siteCounts,
      ...(partnerships && { partnerships }),
      siteQuestions: questions,
      organizationQuestions: duplicates,
    },
    notes: settled.notes(sites),
  }
}
