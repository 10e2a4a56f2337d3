import { pulseMeans } from '@common-table/shared/meetings/pulse'
import type { CheckIn } from '@common-table/shared/meetings/schemas'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { CheckInRow } from './queries.ts'

/** A check-in as one side sees it: what the other side said of it is shown once both have answered. */
export const viewOf = (row: CheckInRow, side: Side): CheckIn => {
  const {
    pulses,
    partnerLeadId: _partnerLeadId,
    leadUserId: _leadUserId,
    status: _status,
    schoolYearId: _schoolYearId,
    today: _today,
    timeZone: _timeZone,
    ...rest
  } = row
  const both = pulses.length === 2 || row.status === 'signed'
  return {
    ...rest,
    pulses: pulses
      .filter((pulse) => both || pulse.side === side)
      .map((pulse) => ({ ...pulse, ...pulseMeans(pulse) })),
    pulseFrom: pulses.map((pulse) => pulse.side),
  }
}
