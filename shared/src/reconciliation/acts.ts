import type { Mismatch } from './mismatches.ts'
import type { Resolution } from './vocabulary.ts'

/** Which presses settle a difference: what would bring the record in line with what a side says, or leaving it with a reason. */
export const actsFor = ({ kind, says }: Pick<Mismatch, 'kind' | 'says'>): Resolution[] => {
  switch (kind) {
    case 'presence':
    case 'program':
      return [says.record?.present ? 'end_here' : 'add_here', 'leave']
    case 'seats':
      return ['correct_seats', 'leave']
    case 'grades':
      return ['end_here', 'leave']
    case 'unknown':
      return ['known_as', 'add_partner', 'leave']
  }
}

/** Whether the school can be asked about it in one question. */
export const mayAskSchool = ({ kind, organizationId }: Pick<Mismatch, 'kind' | 'organizationId'>): boolean =>
  organizationId !== null && (kind === 'presence' || kind === 'program')
