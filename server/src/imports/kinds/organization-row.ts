import { readPhones, showPhone } from '@common-table/shared/imports/normalise-phone'
import { readEmail, readUrl } from '@common-table/shared/imports/normalise-web'
import { lineOf } from '@common-table/shared/imports/kinds/record-readers'
import { rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import type { cellReader } from './row-writer.ts'

export interface OrganizationRow {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly domain: string
  readonly ein: string | null
}

/** Reads what a row says about its organisation. */
export const readOrganization = (
  cell: ReturnType<typeof cellReader>,
  cells: readonly string[],
  row: number,
  header: readonly string[],
  problems: RowProblem[],
): OrganizationRow => {
  const of = (key: string) => lineOf(cell.of(cells, key))
  const tell = (code: RowProblem['code'], key: string, params?: Record<string, string | number>) =>
    void problems.push(
      rowProblem(code, {
        row,
        column: header[cell.column(key) ?? -1] ?? '',
        value: of(key),
        ...(params && { params }),
      }),
    )
  const name = of('organization')
  if (name === '') tell('required', 'organization')
  if (name.length > 200) tell('too_long', 'organization', { limit: 200 })
  const phones = readPhones(of('phone'))
  if (phones.warnings[0] !== undefined) tell(phones.warnings[0], 'phone')
  const email = readEmail(of('email'))
  if (email === undefined && of('email') !== '') tell('not_an_email', 'email')
  const website = readUrl(of('website'))
  if (website === undefined && of('website') !== '') tell('not_a_url', 'website')
  const digits = of('ein').replace(/\D/g, '')
  if (of('ein') !== '' && digits.length !== 9) tell('not_one_of', 'ein')
  return {
    name,
    phone: phones.phones[0] === undefined ? null : showPhone(phones.phones[0]),
    email: email ?? null,
    website: website?.url ?? null,
    domain: website?.domain ?? '',
    ein: digits.length === 9 ? `${digits.slice(0, 2)}-${digits.slice(2)}` : null,
  }
}
