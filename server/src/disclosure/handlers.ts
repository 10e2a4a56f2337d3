import { notFound } from '@common-table/shared/contract/problem'
import type { disclosureContract } from '@common-table/shared/disclosure/contract'
import { protectedWidth } from '@common-table/shared/outcomes/complementary'
import type { Handlers } from '../http/mount.ts'
import { noteRawRead, readFresh } from '../outcomes/index.ts'
import { inferApart } from './guard.ts'
import { tableInView } from './queries.ts'

/** How long an attack may take while somebody waits for it. */
const seconds = 20

export const disclosureHandlers: Handlers<typeof disclosureContract> = {
  inferFigures: async ({ services, actor, author, params: { metricId }, query: { periodId } }) => {
    const read = () => tableInView(services.read(actor.districtId), metricId, periodId)
    const { row } = await readFresh(services, actor.districtId, read)
    const {
      metric,
      period,
      releases,
      schools,
      stale: _,
      delivery,
      deliveryRows,
      ...stored
    } = row ?? notFound('figures')
    const table = {
      ...stored,
      figures: [...stored.figures, ...delivery],
      rows: [...stored.rows, ...deliveryRows],
    }
    // What comes out may be closer to a person than what is shown: it is recorded as a look at the record itself.
    await services.write(actor.districtId, author, (db) => noteRawRead(db, author, metricId, { periodId }))
    const { cells, ...told } = await inferApart({ ...table, seconds })
    return {
      metric,
      period,
      threshold: table.threshold,
      interval: protectedWidth(table.threshold),
      releases,
      ...told,
      withheld: cells.length,
      cells: cells.map(({ school, ...cell }) => ({
        school: school === null ? null : { id: school, name: schools[school] ?? '' },
        ...cell,
      })),
    }
  },
}
