import { createHash } from 'node:crypto'
import { foldText } from '@common-table/shared/matching/text'
import { openRecords } from '../run/queries-records.ts'
import type { Counts } from '../run/outcome.ts'
import type { GatheredSites, WrittenSite } from './gathered-sites.ts'
import { byExternalKey, newIds } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'
import type { SettledPlaces } from './site-schools.ts'

const keyed = (prefix: string, ...parts: string[]): string =>
  `${prefix}:${createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 27)}`

/** Writes services at their places: at a school where one is known, else at a place of the organisation. */
export const writeSites = async (
  { sql, importId }: WriterContext,
  { services, places }: Pick<GatheredSites, 'services' | 'places'>,
  settled: SettledPlaces,
  serviceIds: ReadonlyMap<string, string>,
  idOf: (organizationId: string) => string,
  source: string,
): Promise<{ sites: WrittenSite[]; locations: Counts; serviceSites: Counts }> => {
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
    existing: 'fill',
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
    const organizationId = idOf(service.organizationId)
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
    existing: 'fill',
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
  return {
    sites,
    locations: await locations.write(importId),
    serviceSites: await siteRecords.write(importId),
  }
}
