import { organizationTypeOf } from '@common-table/shared/imports/kinds/organization-type'
import { lineOf } from '@common-table/shared/imports/kinds/record-readers'
import { refusesRow } from '@common-table/shared/imports/problems'
import { openOrganizationList } from './organization-list.ts'
import { readOrganization } from './organization-row.ts'
import {
  askAboutDuplicates,
  writeOrganizationRecords,
  type OrganizationValues,
} from './organization-writer.ts'
import { cellReader, type OpenWriter } from './row-writer.ts'

/** A directory of organisations. Several rows of one organisation are one record, the first that says something counting. */
export const writeOrganizations: OpenWriter = async (context) => {
  const { mapping, header } = context
  const cell = cellReader(mapping)
  const list = await openOrganizationList(context.sql)
  const values = new Map<string, OrganizationValues>()
  let repeated = 0
  return {
    row: (cells, row, problems) => {
      const read = readOrganization(cell, cells, row, header, problems)
      if (problems.some(refusesRow)) return
      const of = (key: string) => lineOf(cell.of(cells, key)) || null
      const { id } = list.find(read.name, {
        ein: read.ein ?? '',
        phone: read.phone ?? '',
        domain: read.domain,
      })
      const before = values.get(id)
      if (before !== undefined) repeated++
      const languages = lineOf(cell.of(cells, 'languages'))
        .split(/[,;/]/)
        .map((name) => name.trim())
        .filter(Boolean)
      const fresh: OrganizationValues = {
        alternate_name: of('alternateName'),
        type: organizationTypeOf(cell.of(cells, 'type')) ?? null,
        description: of('description'),
        website: read.website,
        email: read.email,
        phone: read.phone,
        ein: read.ein,
        languages: languages.length > 0 ? languages : null,
      }
      values.set(id, before === undefined ? fresh : filled(before, fresh))
    },
    flush: async () => {},
    finish: async () => {
      const { counts, idOf } = await writeOrganizationRecords(
        context,
        list,
        values,
        `import ${context.fileName}`,
      )
      const questions = await askAboutDuplicates(context, list.questions(), idOf)
      return { counts: { organizations: counts, reviewItems: questions }, notes: [], repeated, late: [] }
    },
  }
}

/** What is known first, and what the other adds to its blanks. */
export const filled = (first: OrganizationValues, other: OrganizationValues): OrganizationValues => ({
  ...other,
  ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== null)),
})
