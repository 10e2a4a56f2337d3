import { wordsOf } from '@common-table/shared/matching/text'
import type { Writing } from './queries-staging.ts'

/** Partnerships and services numbered from 0, by name; null where several go by it. */
export interface KnownDelivery {
  readonly ids: readonly string[]
  partnership(name: string): number | null | undefined
  service(name: string, organization: string): number | null | undefined
}

const folded = (name: string): string => wordsOf(name).join(' ')

const keyed = (entries: readonly (readonly [key: string, at: number])[]) => {
  const found = new Map<string, number | null>()
  for (const [key, at] of entries) found.set(key, found.has(key) ? null : at)
  return found
}

/** What the district has going, so that files may name it. */
export const knownDelivery = async (sql: Writing): Promise<KnownDelivery> => {
  const rows = await sql.rows<{
    id: string
    kind: 'partnership' | 'service'
    name: string
    organization: string
  }>(
    `select p.id, 'partnership' as kind, p.name, o.name as organization from partnerships p
       join organizations o on o.district_id = p.district_id and o.id = p.organization_id where p.district_id = app_district()
     union all select v.id, 'service', v.name, o.name from services v
       join organizations o on o.district_id = v.district_id and o.id = v.organization_id where v.district_id = app_district()
     order by kind, name, id`,
  )
  const of = (kind: string) =>
    rows.flatMap((row, at) => (row.kind === kind ? [{ ...row, at, key: folded(row.name) }] : []))
  const partnerships = keyed(of('partnership').map(({ key, at }) => [key, at]))
  const services = keyed(
    of('service').flatMap(({ key, organization, at }) => [
      [key, at] as const,
      [`${folded(organization)} ${key}`, at] as const,
    ]),
  )
  return {
    ids: rows.map(({ id }) => id),
    partnership: (name) => partnerships.get(folded(name)),
    // `Organization: service` in one cell folds to the same words as the two in two.
    service: (name, organization) => services.get(folded(`${organization} ${name}`)),
  }
}
