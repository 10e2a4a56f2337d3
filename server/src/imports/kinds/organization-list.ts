import { randomUUID } from 'node:crypto'
import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import { findDuplicateOrganizations } from '@common-table/shared/matching/organization-duplicates'
import type { OrganizationReason } from '@common-table/shared/matching/organization-match'
import type { Writing } from '../run/queries-staging.ts'
import { knownOrganizations, settledDuplicates } from './queries-organizations.ts'

export interface ListedOrganization {
  id: string
  readonly name: string
  readonly isNew: boolean
  readonly ein: string
  readonly phone: string
  readonly domain: string
}

/** Two organisations that may be one; a person decides. */
export interface DuplicateQuestion {
  readonly a: ListedOrganization
  readonly b: ListedOrganization
  readonly confidence: number
  readonly reasons: readonly OrganizationReason[]
}

export interface OrganizationList {
  /** The organisation of a name: one that is here, one the file named before, or a new one. */
  find(name: string, more?: { ein?: string; phone?: string; domain?: string }): ListedOrganization
  added(): ListedOrganization[]
  nameOf(id: string): string
  /** Likely duplicates among what the file brings and what is here. */
  questions(): DuplicateQuestion[]
}

/** Every organisation of the district and of the file, each once however its name is spelled. */
export const openOrganizationList = async (sql: Writing): Promise<OrganizationList> => {
  const all: ListedOrganization[] = (await knownOrganizations(sql)).map((row) => ({ ...row, isNew: false }))
  const byKey = new Map<string, ListedOrganization>()
  const byEin = new Map<string, ListedOrganization>()
  const byId = new Map(all.map((organization) => [organization.id, organization]))
  for (const organization of all) {
    byKey.set(normaliseOrganizationName(organization.name), organization)
    if (organization.ein !== '') byEin.set(organization.ein, organization)
  }
  // A name a person declared to be another organisation's stays that one's.
  for (const { key, id } of await settledDuplicates(sql)) {
    const kept = byId.get(id)
    if (kept !== undefined) byKey.set(key, kept)
  }
  return {
    find: (name, { ein = '', phone = '', domain = '' } = {}) => {
      const key = normaliseOrganizationName(name)
      const found = byKey.get(key) ?? (ein === '' ? undefined : byEin.get(ein))
      if (found !== undefined) {
        byKey.set(key, found)
        return found
      }
      const fresh: ListedOrganization = { id: randomUUID(), name, isNew: true, ein, phone, domain }
      all.push(fresh)
      byId.set(fresh.id, fresh)
      byKey.set(key, fresh)
      if (ein !== '') byEin.set(ein, fresh)
      return fresh
    },
    added: () => all.filter(({ isNew }) => isNew),
    nameOf: (id) => byId.get(id)?.name ?? '',
    questions: () =>
      findDuplicateOrganizations(
        all.map(({ name, ein, phone, domain }) => ({ name, ein, phone, webDomain: domain })),
      ).flatMap(({ a, b, match }) => {
        const [one, two] = [all[a]!, all[b]!]
        return one.isNew || two.isNew
          ? [{ a: one, b: two, confidence: match.confidence, reasons: match.reasons }]
          : []
      }),
  }
}
