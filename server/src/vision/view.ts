import { emptyVision, isWritten, saysTheSame } from '@common-table/shared/vision/compare'
import type { Vision, VisionVersion } from '@common-table/shared/vision/schemas'
import { visionState, type VisionState } from '@common-table/shared/vision/standing'
import { sides, type Side } from '@common-table/shared/vocabulary/sides'
import type { VisionRow } from './queries.ts'

/** The calendar day of an instant where the district is. */
const dayIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )

const saidYesSince = (newest: VisionVersion | undefined, side: Side, since: string): boolean =>
  newest?.answers.some((one) => one.side === side && one.answer === 'confirmed' && one.at >= since) ?? false

export const stateOf = ({ versions, draft, today, timeZone, askedAnewAt }: VisionRow): VisionState =>
  visionState(
    versions.map(({ number }) => number),
    versions.flatMap(({ number, answers }) =>
      answers.flatMap(({ side, answer, at }) =>
        answer === 'confirmed' ? [{ number, side, on: dayIn(timeZone, at) }] : [],
      ),
    ),
    draft !== null && isWritten(draft),
    today,
    askedAnewAt === null ? [] : sides.filter((side) => !saidYesSince(versions[0], side, askedAnewAt)),
  )

/** A vision as staff see it. */
export const viewOf = (row: VisionRow): Vision => {
  const { standing, waitingFor, agreedNumber, agreedOn, reconfirmBy } = stateOf(row)
  const draft = row.draft ?? emptyVision
  const [newest] = row.versions
  return {
    partnershipId: row.partnershipId,
    version: row.version,
    draft,
    draftDiffers: newest ? !saysTheSame(draft, newest.content) : isWritten(draft),
    standing,
    waitingFor: [...waitingFor],
    agreedNumber,
    agreedOn,
    reconfirmBy,
    versions: row.versions,
  }
}
