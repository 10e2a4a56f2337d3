import type { ReadTable } from '@common-table/shared/figures/figure'
import { partnerTables } from './partner-tables.ts'
import { schoolTables } from './school-tables.ts'
import type { TableSource } from './table-source.ts'

/** Every table that figures read; a test holds it to the registry. */
export const tableSources: Partial<Readonly<Record<ReadTable, TableSource>>> = {
  ...partnerTables,
  ...schoolTables,
}
