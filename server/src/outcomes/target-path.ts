import { fieldProblem } from '@common-table/shared/contract/problem'

interface Path {
  baselineValue: number | null
  baselineOn: string | null
  dueOn: string
}

/** A path needs both its beginning's value and day, and leads forward. */
export const checkPath = ({ baselineValue, baselineOn, dueOn }: Path): void => {
  if ((baselineValue === null) !== (baselineOn === null))
    throw fieldProblem(
      'baselineOn',
      'Give both where the metric stood and on which day, or neither.',
      'together',
    )
  if (baselineOn !== null && baselineOn >= dueOn)
    throw fieldProblem('dueOn', 'The target’s day must come after the day of the starting value.', 'order')
}
