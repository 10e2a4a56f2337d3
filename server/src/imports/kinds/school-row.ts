import { readGrades } from '@common-table/shared/imports/normalise-grades'
import { readPhones, showPhone } from '@common-table/shared/imports/normalise-phone'
import { readPostcode } from '@common-table/shared/imports/normalise-address'
import { readEmail, readUrl } from '@common-table/shared/imports/normalise-web'
import { levelOf, lineOf, placeOf, schoolKindOf } from '@common-table/shared/imports/kinds/record-readers'
import { rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import type { CopyValue } from '../run/queries-staging.ts'
import type { cellReader } from './row-writer.ts'

/** The directory's columns a file can fill. */
export const schoolColumns = [
  'name',
  'level',
  'kind',
  'grades',
  'area',
  'address',
  'city',
  'state',
  'postal_code',
  'latitude',
  'longitude',
  'phone',
  'website',
  'principal_name',
  'principal_email',
] as const

export type SchoolRow = Record<(typeof schoolColumns)[number], CopyValue>

/** Reads what a row says about the school itself; a cell that says nothing is null and changes nothing. */
export const readSchool = (
  cell: ReturnType<typeof cellReader>,
  cells: readonly string[],
  row: number,
  header: readonly string[],
  problems: RowProblem[],
): { code: string; values: SchoolRow } => {
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
  const text = (key: string, limit: number): string | null => {
    const value = of(key)
    if (value.length > limit) tell('too_long', key, { limit })
    return value === '' ? null : value
  }
  const code = text('schoolCode', 40)
  if (code === null) tell('required', 'schoolCode')
  const name = text('name', 200)
  if (name === null) tell('required', 'name')
  const grades = readGrades(of('grades'))
  if (grades.warnings[0] !== undefined) tell(grades.warnings[0], 'grades')
  const place = placeOf(of('latitude'), of('longitude'))
  if (place === undefined && of('latitude') !== '') tell('implausible_coordinates', 'latitude')
  const phones = readPhones(of('phone'))
  if (phones.warnings[0] !== undefined) tell(phones.warnings[0], 'phone')
  const website = readUrl(of('website'))
  if (website === undefined && of('website') !== '') tell('not_a_url', 'website')
  const email = readEmail(of('principalEmail'))
  if (email === undefined && of('principalEmail') !== '') tell('not_an_email', 'principalEmail')
  const level = levelOf(of('level'), grades.grades)
  return {
    code: code ?? '',
    values: {
      name,
      level: level === 'other' ? null : level,
      kind: of('management') + of('type') === '' ? null : schoolKindOf(of('management'), of('type')),
      grades: grades.grades.length > 0 ? grades.grades : null,
      area: text('area', 120),
      address: text('address', 300),
      city: text('city', 120),
      state: text('state', 60),
      postal_code: readPostcode(of('postalCode')) ?? text('postalCode', 20),
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      phone: phones.phones[0] === undefined ? null : showPhone(phones.phones[0]),
      website: website?.url ?? null,
      principal_name: text('principalName', 120),
      principal_email: email ?? null,
    },
  }
}
