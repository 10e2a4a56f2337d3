import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { upsertBy, type Upserted } from './upsert.ts'

export interface ServiceSiteRow {
  externalKey: string
  serviceId: string
  /** The school it is at, or null when it is elsewhere or not matched yet. */
  schoolId?: string | null
  /** The organisation's own place, when it is at none of the schools. */
  locationId?: string | null
  /** The site as the source names it; part of what tells two sites of one service apart. */
  siteName?: string
  status?: 'active' | 'paused' | 'ended'
  capacityMaximum?: number
  capacityAvailable?: number
  studentsServed?: number
  /** `2026-11-21` */
  verifiedOn?: string
  scheduleNote?: string
  matchConfidence?: number
  source?: string
}

const upsert = upsertBy<ServiceSiteRow>('service_sites', [
  ['serviceId', 'service_id', 'uuid', 'null'],
  ['schoolId', 'school_id', 'uuid', 'null'],
  ['locationId', 'location_id', 'uuid', 'null'],
  ['siteName', 'site_name', 'text', "''"],
  ['status', 'status', 'text', "'active'"],
  ['capacityMaximum', 'capacity_maximum', 'integer', 'null'],
  ['capacityAvailable', 'capacity_available', 'integer', 'null'],
  ['studentsServed', 'students_served', 'integer', 'null'],
  ['verifiedOn', 'verified_on', 'date', 'null'],
  ['scheduleNote', 'schedule_note', 'text', "''"],
  ['matchConfidence', 'match_confidence', 'real', 'null'],
  ['source', 'source', 'text', "''"],
])

const twins = statement<Omit<Upserted, 'outcome' | 'before'>>(`select g."externalKey" as key, t.id, t.version
  from json_to_recordset($1) as g("externalKey" text, "serviceId" uuid, "schoolId" uuid, "locationId" uuid, "siteName" text)
  join service_sites t on t.district_id = app_district() and t.service_id = g."serviceId"
    and t.school_id is not distinct from g."schoolId" and t.location_id is not distinct from g."locationId"
    and t.site_name = coalesce(g."siteName", '') and t.external_key is distinct from g."externalKey"`)

const placeOf = ({ serviceId, schoolId, locationId, siteName }: ServiceSiteRow): string =>
  [serviceId, schoolId ?? '', locationId ?? '', siteName ?? ''].join('\n')

/**
 * Sites of services by external key. A site that is already there under another key (entered by a person, or twice
 * in the file) stays as it is and answers `unchanged` with its id.
 */
export const upsertServiceSites = async (db: Db, rows: readonly ServiceSiteRow[]): Promise<Upserted[]> => {
  if (rows.length === 0) return []
  const known = new Map((await db.many(twins, [JSON.stringify(rows)])).map((twin) => [twin.key, twin]))
  const first = new Map<string, string>()
  const fresh = rows.filter((row) => {
    if (known.has(row.externalKey)) return false
    const place = placeOf(row)
    if (!first.has(place)) first.set(place, row.externalKey)
    return first.get(place) === row.externalKey
  })
  const written = new Map((await upsert(db, fresh)).map((site) => [site.key, site]))
  const untouched = { outcome: 'unchanged', before: null } as const
  const keys = new Map(rows.map((row) => [row.externalKey, row]))
  return [...keys.values()].map((row) => {
    const twin = known.get(row.externalKey)
    if (twin) return { ...twin, ...untouched }
    const site = written.get(row.externalKey)
    // Not written: the same place came earlier in this batch under another key.
    return site ?? { ...written.get(first.get(placeOf(row))!)!, key: row.externalKey, ...untouched } // filled above
  })
}
