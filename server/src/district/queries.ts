import { and, eq } from 'drizzle-orm'
import type { District, DistrictChange } from '@common-table/shared/district/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { districts } from './table.ts'

const one = statement<{ district: string; version: number }>(`select json_build_object(
    'id', id, 'name', name, 'shortName', short_name, 'website', website, 'contactEmail', contact_email,
    'contactPhone', contact_phone, 'timeZone', time_zone, 'languages', languages, 'brandHue', brand_hue,
    'suppressionThreshold', suppression_threshold, 'capacityFreshDays', capacity_fresh_days,
    'goingColdDays', going_cold_days, 'overSupplyPercent', over_supply_percent,
    'schoolYearStartMonth', school_year_start_month, 'offersOpen', offers_open, 'firstRefusalDays', first_refusal_days, 'helpAnswerDays', help_answer_days,
    'publicSite', public_site, 'publicSlug', public_slug, 'publicResults', public_results, 'monthlyReports', monthly_reports,
    'volunteerHourCents', volunteer_hour_cents, 'volunteerHourSource', volunteer_hour_source, 'logoFileId', logo_file_id, 'isDemo', is_demo, 'version', version
  )::text as district, version from districts where id = app_district()`)

/** The district as JSON, with its version. */
export const districtOf = (db: Db) => db.one(one)

/** Changes the settings if `version` is still the current one; answers whether it was. */
export const updateDistrict = async (db: Db, version: number, change: DistrictChange): Promise<boolean> => {
  const changed = await db.orm
    .update(districts)
    .set(change as Partial<District>)
    .where(and(eq(districts.id, db.districtId), eq(districts.version, version)))
    .returning({ id: districts.id })
  return changed.length > 0
}
