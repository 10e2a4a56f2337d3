import { matchCategories, type KnownCategory } from '@common-table/shared/imports/kinds/match-category'
import { lineOf, placeOf } from '@common-table/shared/imports/kinds/record-readers'
import { readAddress, readPostcode } from '@common-table/shared/imports/normalise-address'
import { readGrades } from '@common-table/shared/imports/normalise-grades'
import { refusesRow, rowProblem } from '@common-table/shared/imports/problems'
import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import { foldText } from '@common-table/shared/matching/text'
import { openOrganizationList } from './organization-list.ts'
import { readOrganization } from './organization-row.ts'
import type { OrganizationValues } from './organization-writer.ts'
import { filled } from './organizations.ts'
import { knownCategories } from '../run/queries-known.ts'
import { cellReader, type OpenWriter } from './row-writer.ts'
import type { GatheredService, Place } from './gathered-sites.ts'
import { writeProgramSites } from './program-sites-writer.ts'

/** What a program is filed under when nothing in the file says it: the field's largest group of partners. */
const fallbackCategory = 'os_after'

/** Programmes and their sites: rows become organisations, services, places, questions and partnerships. */
export const writeProgramSiteRows: OpenWriter = async (context) => {
  const { mapping, header, sql } = context
  const cell = cellReader(mapping)
  const list = await openOrganizationList(sql)
  const categories = await knownCategories(sql)
  const fallback = categories.find(({ code }) => code === fallbackCategory) ?? categories[0]
  const organizations = new Map<string, OrganizationValues>()
  const services = new Map<string, GatheredService>()
  const places = new Map<string, Place>()
  const found = new Map<string, KnownCategory[]>()
  const seen = new Map<string, number>()
  let repeated = 0

  return {
    row: (cells, row, problems) => {
      const organization = readOrganization(cell, cells, row, header, problems)
      const of = (key: string) => lineOf(cell.of(cells, key))
      const column = (key: string) => header[cell.column(key) ?? -1] ?? ''
      for (const key of ['program', 'site'] as const) {
        if (of(key) === '') problems.push(rowProblem('required', { row, column: column(key) }))
        if (of(key).length > 200)
          problems.push(
            rowProblem('too_long', { row, column: column(key), value: of(key), params: { limit: 200 } }),
          )
      }
      if (problems.some(refusesRow)) return
      const text = cells.map((value) => value.trim()).join('\t')
      const twin = seen.get(text)
      if (twin !== undefined) {
        problems.push(rowProblem('same_row_twice', { row, params: { row: twin } }))
        repeated++
        return
      }
      seen.set(text, row)
      const { id } = list.find(organization.name, {
        ein: organization.ein ?? '',
        phone: organization.phone ?? '',
        domain: organization.domain,
      })
      const { phone, email, website, ein } = organization
      const before = organizations.get(id)
      organizations.set(
        id,
        before === undefined
          ? { phone, email, website, ein }
          : filled(before, { phone, email, website, ein }),
      )

      const address = readAddress(cell.of(cells, 'address'))
      const given = placeOf(of('latitude'), of('longitude')) ?? address.point
      const place: Place = {
        name: of('site'),
        area: of('area'),
        address: address.street,
        city: of('city') || (address.city ?? ''),
        state: of('state') || (address.state ?? ''),
        postalCode: readPostcode(of('postalCode')) ?? address.postcode ?? '',
        latitude: given?.latitude,
        longitude: given?.longitude,
      }
      const placeKey = [place.name, place.area, place.address].map(foldText).join('|')
      const known = places.get(placeKey)
      if (known === undefined) places.set(placeKey, place)
      else if (known.latitude === undefined && given !== undefined)
        places.set(placeKey, { ...known, ...given })

      const grades = readGrades(of('grades'))
      if (grades.warnings[0] !== undefined)
        problems.push(rowProblem(grades.warnings[0], { row, column: column('grades'), value: of('grades') }))
      const [types, program] = [of('programType'), of('program')]
      const words = `${types}\t${program}`
      let kinds = found.get(words)
      if (kinds === undefined) found.set(words, (kinds = matchCategories(types, program, categories)))
      if (kinds.length === 0)
        problems.push(
          rowProblem('unclear_category', {
            row,
            column: column(types === '' ? 'program' : 'programType'),
            value: types || program,
          }),
        )
      const serviceKey = `${id}|${foldText(program)}`
      let service = services.get(serviceKey)
      if (service === undefined) {
        service = {
          organizationId: id,
          name: program,
          categories: new Set(),
          types: new Set(),
          grades: new Set(),
          places: new Map(),
        }
        services.set(serviceKey, service)
      }
      for (const kind of kinds.length > 0 ? kinds : [fallback].flatMap((one) => one ?? []))
        service.categories.add(kind)
      if (types !== '') for (const type of types.split(',')) service.types.add(type.trim())
      for (const grade of grades.grades) service.grades.add(grade)
      service.places.set(
        placeKey,
        (service.places.get(placeKey) ?? new Set()).add(normaliseOrganizationName(organization.name)),
      )
    },
    flush: async () => {},
    finish: async () => {
      const written = await writeProgramSites(context, { list, organizations, services, places })
      return { ...written, repeated, late: [] }
    },
  }
}
