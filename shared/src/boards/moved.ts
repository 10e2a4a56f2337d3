import { withheld, type PublicCell } from '../outcomes/suppression.ts'
import { studentCells } from '../reports/students.ts'

/** Students of partnerships that run on both days, only today, and only then. */
export type StudentsMoved = { readonly both: number; readonly begun: number; readonly ended: number }

/**
 * Students reached today and a year ago. The two sums differ by what began and what ended: where one of these is too small
 * to be shown, the sum of a year ago is not shown either, for it could be taken from today's.
 */
export const studentsMoved = (
  { both, begun, ended }: StudentsMoved,
  threshold: number,
): { readonly now: PublicCell; readonly before: PublicCell } => {
  const [now, before] = studentCells([both + begun, both + ended], threshold)
  const telling = [begun, ended].some((part) => part > 0 && part < threshold)
  return { now: now!, before: telling ? withheld('complementary') : before! } // one for each
}
