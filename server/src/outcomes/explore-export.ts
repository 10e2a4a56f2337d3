import type {
  ExploredCourse,
  ExploredLine,
  ExploredPair,
  ExploreExportQuery,
} from '@common-table/shared/outcomes/explorer-schemas'
import type { Actor } from '../http/actor.ts'
import type { Download } from '../http/answers.ts'
import type { Services } from '../http/services.ts'
import { tableFile, type Cell } from '../imports/index.ts'
import { exploreOverTime } from './explore-time.ts'
import { exploreTogether } from './explore-together.ts'
import { shownInFile } from './export.ts'

const timeColumns = [
  { header: 'Metric', width: 36 },
  { header: 'Whose', width: 40 },
  { header: 'Group', width: 24 },
  { header: 'Period', width: 14 },
  { header: 'Figure', width: 16 },
  { header: 'Students', width: 12 },
  { header: 'Schools shown', width: 16 },
  { header: 'Schools withheld', width: 16 },
]

const whose = ({ scope, school }: ExploredLine): string =>
  scope === 'district'
    ? 'District'
    : scope === 'chosen'
      ? 'Chosen schools'
      : scope === 'similar'
        ? `Similar to ${school?.name ?? ''}`
        : (school?.name ?? '')

async function* timeRows({ metrics }: ExploredCourse): AsyncGenerator<readonly Cell[]> {
  for (const { metric, periods, lines } of metrics)
    for (const line of lines)
      for (const [at, cell] of line.cells.entries())
        yield [
          metric.name,
          whose(line),
          line.group,
          periods[at]?.label ?? '',
          shownInFile(cell),
          cell.n,
          line.shown[at] ?? null,
          line.hidden[at] ?? null,
        ]
}

const pairColumns = ({ across, up }: ExploredPair, tiers: boolean) => [
  { header: 'Code', width: 12 },
  { header: 'School', width: 40 },
  { header: 'Level', width: 14 },
  { header: 'Area', width: 18 },
  ...(tiers ? [{ header: 'Equity tier', width: 14 }] : []),
  { header: across.name, width: 24 },
  { header: up.name, width: 24 },
]

async function* pairRows({ points }: ExploredPair, tiers: boolean): AsyncGenerator<readonly Cell[]> {
  for (const { code, school, level, area, tier, across, up } of points)
    yield [code, school.name, level, area, ...(tiers ? [tier] : []), shownInFile(across), shownInFile(up)]
}

/** What the explorer shows, as a file: the same answer, row by row. */
export const exportExplored = async (
  services: Services,
  actor: Actor,
  { view, ...query }: ExploreExportQuery,
  format: 'csv' | 'xlsx',
): Promise<Download> => {
  if (view === 'time') {
    const course = await exploreOverTime(services, actor, query)
    const codes = course.metrics.map(({ metric }) => metric.code)
    return tableFile(`${codes.join(' ')} over time`, format, timeColumns, timeRows(course))
  }
  const pair = await exploreTogether(services, actor, query)
  const tiers = pair.points.some(({ tier }) => tier !== null)
  const name = [pair.across.code, pair.up.code, pair.schoolYear ?? ''].join(' ')
  return tableFile(name, format, pairColumns(pair, tiers), pairRows(pair, tiers))
}
