import { ProblemError } from '@common-table/shared/contract/problem'

/** Someone saved in between: 412 with the record as it is now, so that a person can see what changed. */
export const stale = (current: string): never => {
  throw new ProblemError(
    'stale',
    'Someone changed this in the meantime. Look at the current version, then save again.',
    {
      current: JSON.parse(current),
    },
  )
}
