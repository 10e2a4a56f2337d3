import type { ImportKindKey } from '@common-table/shared/imports/kinds/registry'
import { writeDeliveryMeasurements, writeMeasurements } from './measurements.ts'
import { writeOrganizations } from './organizations.ts'
import { writeProgramSiteRows } from './program-sites.ts'
import type { OpenWriter } from './row-writer.ts'
import { writeSchools } from './schools.ts'

/** What writes each kind of file. */
export const writers: Readonly<Record<ImportKindKey, OpenWriter>> = {
  schools: writeSchools,
  measurements: writeMeasurements,
  delivery_measurements: writeDeliveryMeasurements,
  organizations: writeOrganizations,
  program_sites: writeProgramSiteRows,
}
