import type { Counts, Note } from '../run/outcome.ts'
import type { GatheredSites } from './gathered-sites.ts'
import { askAboutDuplicates, writeOrganizationRecords } from './organization-writer.ts'
import { formPartnerships } from './partnerships-writer.ts'
import type { WriterContext } from './row-writer.ts'
import { writeServices } from './services-writer.ts'
import { settlePlaces } from './site-schools.ts'
import { writeSites } from './sites-writer.ts'

/** Writes what the rows of a file of programmes amount to. */
export const writeProgramSites = async (
  context: WriterContext,
  gathered: GatheredSites,
): Promise<{ counts: Record<string, Counts>; notes: Note[] }> => {
  const { list, organizations, services, places } = gathered
  const source = `import ${context.fileName}`
  const { counts: organizationCounts, idOf } = await writeOrganizationRecords(
    context,
    list,
    organizations,
    source,
  )
  const { counts: serviceCounts, serviceIds } = await writeServices(context, services, idOf, source)
  const settled = await settlePlaces(context, places)
  const { sites, locations, serviceSites } = await writeSites(
    context,
    gathered,
    settled,
    serviceIds,
    idOf,
    source,
  )
  const siteQuestions = await settled.ask(sites)
  const organizationQuestions = await askAboutDuplicates(context, list.questions(), idOf)
  const partnerships =
    context.options.partnerships === 'yes'
      ? await formPartnerships(context, list, idOf, services, serviceIds, sites, source)
      : undefined
  return {
    counts: {
      organizations: organizationCounts,
      services: serviceCounts,
      locations,
      serviceSites,
      ...(partnerships && { partnerships }),
      siteQuestions,
      organizationQuestions,
    },
    notes: settled.notes(sites),
  }
}
