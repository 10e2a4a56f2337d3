import { releasesContract } from '@common-table/shared/releases/contract'
import type { Seed } from './seeds.ts'

/**
 * The latest school year's figures, made public. It stands in the list of seeds twice: the first time it has them frozen,
 * and once they are checked it publishes them.
 */
export const seedReleases: Seed = async ({ call }) => {
  const { items } = await call(releasesContract.listReleases)
  const [waiting] = items
  if (waiting?.status === 'ready')
    await call(releasesContract.publishRelease, {
      params: { releaseId: waiting.id },
      ifMatch: waiting.version,
    })
  if (items.length > 0) return
  const { items: tables } = await call(releasesContract.listReleasableTables)
  const [latest] = tables
  if (!latest) return
  const { schoolYear } = latest.period
  await call(releasesContract.prepareRelease, {
    body: {
      title: `Figures of ${schoolYear}`,
      note: 'How students are doing, for families and partners.',
      tables: tables
        .filter(({ period }) => period.schoolYear === schoolYear)
        .map(({ metric, period }) => ({ metricId: metric.id, periodId: period.id })),
    },
  })
}
