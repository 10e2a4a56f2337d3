import type { DuplicateQuestion, Duplicates } from '@common-table/shared/organizations/schemas'
import type { OrganizationStatus, OrganizationType } from '@common-table/shared/organizations/vocabulary'
import { readPhones } from '@common-table/shared/imports/normalise-phone'
import { readUrl } from '@common-table/shared/imports/normalise-web'
import {
  comparePrepared,
  prepareOrganization,
  type OrganizationMatch,
} from '@common-table/shared/matching/organization-match'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Candidate {
  id: string
  name: string
  type: OrganizationType
  status: OrganizationStatus
  website: string
  webDomain: string | null
  phone: string
  ein: string | null
  otherNames: string[]
}

const candidates =
  statement<Candidate>(`select o.id, o.name, o.type, o.status, o.website, o.web_domain as "webDomain", o.phone, o.ein,
    o.former_names || array_remove(array[o.alternate_name], '') as "otherNames"
  from organizations_like($1, $2, $3, $4) f(id) join organizations o on o.district_id = app_district() and o.id = f.id
  where o.id is distinct from $5::uuid`)

/** Listed organisations that may be the asked one, surest first. PostgreSQL finds them, the shared rule judges. */
export const duplicatesOf = async (db: Db, asked: DuplicateQuestion): Promise<Duplicates> => {
  const webDomain = readUrl(asked.website ?? '')?.domain
  const phone = readPhones(asked.phone ?? '').phones[0]?.number
  const ein = asked.ein?.replace(/^(\d{2})-?(\d{7})$/, '$1-$2')
  const wanted = prepareOrganization({ name: asked.name, ein, webDomain, phone })
  const found = await db.many(candidates, [
    asked.name,
    ein ?? null,
    webDomain ?? null,
    phone ?? null,
    asked.exceptId ?? null,
  ])
  const items = found.flatMap(({ id, name, type, status, website, ...known }) => {
    const identity = {
      ein: known.ein ?? undefined,
      webDomain: known.webDomain ?? undefined,
      phone: known.phone,
    }
    const [match] = [name, ...known.otherNames]
      .map((called) => comparePrepared(wanted, prepareOrganization({ name: called, ...identity })))
      .sort((a, b) => b.confidence - a.confidence) as [OrganizationMatch] // there is always the name itself
    if (match.verdict === 'different') return []
    const { verdict, confidence, reasons } = match
    return [
      { id, name, type, status, website: website === '' ? null : website, verdict, confidence, reasons },
    ]
  })
  return {
    items: items.sort((a, b) => b.confidence - a.confidence || a.name.localeCompare(b.name)).slice(0, 10),
  }
}
