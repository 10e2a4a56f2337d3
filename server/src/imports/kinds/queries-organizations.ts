import type { Writing } from '../run/queries-staging.ts'

/** The organisations that are here. */
export const knownOrganizations = (sql: Writing) =>
  sql.rows<{ id: string; name: string; ein: string; phone: string; domain: string }>(
    `select id, name, coalesce(ein, '') as ein, phone, coalesce(web_domain, '') as domain from organizations
     where district_id = app_district() order by (status = 'inactive'), id`,
  )

/** Names a person found to be another organisation's. */
export const settledDuplicates = (sql: Writing) =>
  sql.rows<{ key: string; id: string }>(
    `select decision ->> 'goneKey' as key, decision ->> 'keptId' as id from review_items
     where district_id = app_district() and kind = 'organization_duplicate' and status = 'accepted'`,
  )

/** New ids in the order of time, as the tables make them. */
export const newIds = async (sql: Writing, count: number): Promise<string[]> =>
  (await sql.rows<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [count])).map(
    ({ id }) => id,
  )

/** Services by organisation and name. */
export const knownServices = (sql: Writing) =>
  sql.rows<{ id: string; organization_id: string; name: string }>(
    'select id, organization_id, name from services where district_id = app_district()',
  )

/** Records an import made before, by the key it gave them. */
export const byExternalKey = async (
  sql: Writing,
  table: 'locations' | 'service_sites' | 'partnerships',
  prefix: string,
): Promise<Map<string, string>> => {
  const rows = await sql.rows<{ id: string; key: string }>(
    `select id, external_key as key from ${table} where district_id = app_district() and starts_with(external_key, $1)`,
    [prefix],
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}

export interface SettledQuestion {
  readonly id: string
  readonly key: string
  readonly status: 'open' | 'accepted' | 'rejected'
  readonly schoolId: string | null
}

/** What was asked before about sites, and what people answered. */
export const settledSites = async (sql: Writing): Promise<Map<string, SettledQuestion>> => {
  const rows = await sql.rows<SettledQuestion>(
    `select id, subject_key as key, status, decision ->> 'schoolId' as "schoolId" from review_items
     where district_id = app_district() and kind = 'site_school'`,
  )
  return new Map(rows.map((row) => [row.key, row]))
}

/** The questions about organisations that were asked before, open or not. */
export const askedDuplicates = async (sql: Writing): Promise<Set<string>> => {
  const rows = await sql.rows<{ key: string }>(
    `select subject_key as key from review_items where district_id = app_district() and kind = 'organization_duplicate'`,
  )
  return new Set(rows.map(({ key }) => key))
}
