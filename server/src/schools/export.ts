import type { SchoolFilters } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'
import { exportedSchools, type SchoolScope } from './list.ts'

const columns = [
  { header: 'Code', width: 12 },
  { header: 'Name', width: 40 },
  { header: 'Level', width: 14 },
  { header: 'Status', width: 10 },
  { header: 'Kind', width: 12 },
  { header: 'Grades', width: 20 },
  { header: 'Area', width: 18 },
  { header: 'Address', width: 30 },
  { header: 'City', width: 18 },
  { header: 'State', width: 8 },
  { header: 'Postal code', width: 12 },
  { header: 'Latitude', width: 12 },
  { header: 'Longitude', width: 12 },
  { header: 'Phone', width: 16 },
  { header: 'Website', width: 30 },
  { header: 'Principal', width: 24 },
  { header: 'Principal e-mail', width: 28 },
  { header: 'Community school', width: 12 },
  { header: 'Enrolment', width: 12 },
  { header: 'Enrolment year', width: 12 },
  { header: 'Partners', width: 10 },
  { header: 'Open needs', width: 12 },
]

async function* rows(db: Db, scope: SchoolScope, filters: SchoolFilters): AsyncGenerator<readonly Cell[]> {
  let after: readonly unknown[] | undefined
  do {
    const page = await exportedSchools(db, scope, filters, after)
    yield* JSON.parse(page.items) as Cell[][]
    after = page.next ?? undefined
  } while (after)
}

/** The schools a person may see and has filtered, in the order of their names; streamed, however many there are. */
export const exportSchools = (
  db: Db,
  scope: SchoolScope,
  filters: SchoolFilters,
  format: 'csv' | 'xlsx',
): Download => tableFile('schools', format, columns, rows(db, scope, filters))
