import { hash, verify } from '@node-rs/argon2'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { passwordFault, passwordSentences } from '@common-table/shared/people/password-rule'

/** Argon2id (the library's own choice) at the size OWASP's password storage cheat sheet names first for small servers. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Runs in the thread pool; about 20 ms on one core. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

let nobodys: Promise<string> | undefined

/** Whether the password is right. Without a hash it takes as long and says no, so that time tells nothing. */
export const passwordMatches = async (
  kept: string | null | undefined,
  password: string,
): Promise<boolean> => {
  nobodys ??= hashPassword('nobody has this password')
  const right = await verify(kept ?? (await nobodys), password.normalize('NFC'))
  return right && kept !== null && kept !== undefined
}

/** Refuses a new password in the words of the form. */
export const checkNewPassword = (
  field: string,
  password: string,
  person: { email: string; name: string },
): void => {
  const fault = passwordFault(password, person)
  if (fault) throw fieldProblem(field, passwordSentences[fault], fault)
}
