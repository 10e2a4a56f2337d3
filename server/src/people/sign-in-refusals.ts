import { ProblemError } from '@common-table/shared/contract/problem'

/** After too many wrong passwords; the same for an address nobody has. */
export const paused = (seconds: number): never => {
  throw new ProblemError(
    'too-many-requests',
    `Too many wrong passwords. Wait ${seconds} seconds and try again, or ask for a link to set a new password.`,
    { retryAfter: seconds },
  )
}

/** Never says which of the two is wrong. */
export const wrong = (): never => {
  throw new ProblemError(
    'wrong-credentials',
    'E-mail or password is not right. Check both, or ask for a link to set a new password.',
  )
}

/** The password was right. */
export const askForCode = (why: 'missing' | 'wrong'): never => {
  throw new ProblemError(
    'second-factor-required',
    why === 'missing'
      ? 'Enter the code from your authenticator app, or a recovery code.'
      : 'This code is not right or was used already. Wait for the next one, or use a recovery code.',
    why === 'wrong' ? { fields: [{ field: 'code', rule: 'wrong', message: 'This code is not right.' }] } : {},
  )
}
