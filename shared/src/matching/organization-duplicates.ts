import {
  comparePrepared,
  prepareOrganization,
  type OrganizationIdentity,
  type OrganizationMatch,
  type PreparedOrganization,
} from './organization-match.ts'

/** Two organisations of one list that may be one; `a` and `b` are positions in the list, a before b. */
export type DuplicatePair = { a: number; b: number; match: OrganizationMatch }

// A trigram most names hold ("  c", "ent") brings no pair together worth comparing.
const commonShare = 0.1

const bucketsOf = (prepared: readonly PreparedOrganization[]): Map<string, number[]> => {
  const buckets = new Map<string, number[]>()
  const put = (key: string, at: number): void => {
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [at])
    else bucket.push(at)
  }
  for (const [at, organization] of prepared.entries()) {
    for (const trigram of organization.trigrams) put(`t${trigram}`, at)
    if (organization.key !== '') put(`k${organization.key}`, at)
    if (organization.ein !== '') put(`e${organization.ein}`, at)
    if (organization.domain !== '') put(`d${organization.domain}`, at)
    if (organization.phone.length === 10) put(`p${organization.phone}`, at)
  }
  return buckets
}

const neighboursOf = (
  at: number,
  organization: PreparedOrganization,
  buckets: ReadonlyMap<string, number[]>,
  total: number,
): Set<number> => {
  const hits = new Map<number, number>()
  const found = new Set<number>()
  const limit = Math.max(20, total * commonShare)
  for (const trigram of organization.trigrams) {
    const bucket = buckets.get(`t${trigram}`) ?? []
    if (bucket.length > limit) continue
    for (const other of bucket) if (other < at) hits.set(other, (hits.get(other) ?? 0) + 1)
  }
  for (const [other, count] of hits) if (count >= organization.trigrams.size * 0.2) found.add(other)
  const exact = [
    `k${organization.key}`,
    `e${organization.ein}`,
    `d${organization.domain}`,
    `p${organization.phone}`,
  ]
  for (const key of exact) for (const other of buckets.get(key) ?? []) if (other < at) found.add(other)
  return found
}

/** Every pair of the list that is the same or likely the same organisation, surest first. */
export const findDuplicateOrganizations = (identities: readonly OrganizationIdentity[]): DuplicatePair[] => {
  const prepared = identities.map(prepareOrganization)
  const buckets = bucketsOf(prepared)
  const pairs: DuplicatePair[] = []
  for (const [b, organization] of prepared.entries()) {
    for (const a of neighboursOf(b, organization, buckets, prepared.length)) {
      const other = prepared[a]
      if (other === undefined) continue
      const match = comparePrepared(other, organization)
      if (match.verdict !== 'different') pairs.push({ a, b, match })
    }
  }
  return pairs.sort((x, y) => y.match.confidence - x.match.confidence || x.a - y.a || x.b - y.b)
}
