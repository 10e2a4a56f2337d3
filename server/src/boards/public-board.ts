import type { PublicBoard } from '@common-table/shared/boards/public-schemas'
import type { ReleasedMetric } from '@common-table/shared/releases/schemas'
import { storiesShown } from '@common-table/shared/reports/kinds'
import type { Db } from '../db/db.ts'
import { releasedMetrics } from '../releases/index.ts'
import { groupNames, publicStories, siteFacts, siteStanding } from '../site/index.ts'

/** What everybody is shown, from where the public pages have it: nothing while they are off. */
export const publicBoardOf = async (db: Db): Promise<PublicBoard> => {
  const [facts, standing] = await Promise.all([siteFacts(db), siteStanding(db)])
  const { publicPath } = JSON.parse(standing) as { publicPath: string | null } // the shape is the statement's
  const open = publicPath !== null
  const results = open && facts.results
  const [metrics, stories, groups] = await Promise.all([
    results ? releasedMetrics(db) : '[]',
    open ? publicStories(db, storiesShown) : [],
    results ? groupNames(db) : [],
  ])
  return {
    districtName: facts.name,
    publicPath,
    results,
    partners: open ? facts.partners : 0,
    metrics: JSON.parse(metrics) as ReleasedMetric[], // as they were frozen
    groups: groups.map(({ id, name, nameEs }) => ({ code: id, name, nameEs })),
    stories: stories.map(({ slug, title, titleEs, summary, summaryEs, partner, school }) => ({
      slug,
      title,
      titleEs,
      summary,
      summaryEs,
      partner,
      school,
    })),
  }
}
