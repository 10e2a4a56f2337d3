import { objectiveRules, type ObjectivePart } from '@common-table/shared/outcomes/objectives'
import type { CountedBoard } from './board.ts'

type Line = CountedBoard['lines'][number]

/** Whether a line counts for the objective that internship and externship seats meet demand. */
const counts = ({ kind, audience, row }: Line): boolean =>
  row !== null && audience === 'student' && (kind === 'internship' || kind === 'externship')

/**
 * Who seeks an internship or externship and how many of them have a seat or an open one in reach. The board for readers and
 * the objective are screened over these very parts, so that neither gives away what the other withholds.
 */
export const soughtPlaces = (lines: readonly Line[]): { lines: Line[]; parts: ObjectivePart[] } => {
  const sought = lines.filter(counts)
  return {
    lines: sought,
    parts: sought.map(({ school, kind, pathway, term, seekers, unmet }) => ({
      at: { school, kind, pathway, term },
      of: seekers,
      met: seekers - unmet,
    })),
  }
}

export const seatWays = objectiveRules.find(({ code }) => code === 'seats_meet_demand')!.ways // the closed list holds it
