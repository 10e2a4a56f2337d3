import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { factorContract } from '@common-table/shared/people/factor-contract'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { ownSecret } from './account-queries.ts'
import { factorUse, recoveryHash } from './factor.ts'
import { beginFactor, factorOf, holdFactor, switchFactorOff, switchFactorOn } from './factor-queries.ts'
import { passwordMatches } from './passwords.ts'
import { signedInUser } from './sign-in-queries.ts'
import { matchingStep, newRecoveryCodes, newTotpSecret, totpUri } from './totp.ts'

/** An open browser alone must not be enough to change how its person signs in. */
const checkPassword = async (db: Db, userId: string, password: string): Promise<void> => {
  const own = (await ownSecret(db, userId)) ?? notFound('person')
  if (!(await passwordMatches(own.password_hash, password)))
    throw fieldProblem('password', 'This is not your password. Type it again.', 'wrong')
}

export const factorHandlers: Handlers<typeof factorContract> = {
  getFactor: async ({ db, actor }) => {
    const factor = (await factorOf(db, actor.id)) ?? notFound('person')
    return { since: factor.second_factor_at, recoveryLeft: factor.recovery_hashes.length }
  },

  startFactor: async ({ db, actor, body, services }) => {
    await checkPassword(db, actor.id, body.password)
    const secret = newTotpSecret()
    if (!(await beginFactor(db, actor.id, services.vault.seal(factorUse(actor.id), secret))))
      throw refusal('factor-on')
    const { user } = (await signedInUser(db, actor.id)) ?? notFound('person')
    return { secret, uri: totpUri(secret, user.email, user.districtName) }
  },

  confirmFactor: async ({ db, actor, body, now, services }) => {
    const factor = (await holdFactor(db, actor.id)) ?? notFound('person')
    if (!factor.second_factor_secret || factor.second_factor_at) throw refusal('factor-not-begun')
    const secret = services.vault.open(factorUse(actor.id), factor.second_factor_secret)
    const step = secret && matchingStep(secret, body.code.replaceAll(' ', ''), now, null)
    if (!step)
      throw fieldProblem('code', 'This code is not right. Wait for the next one and type it again.', 'wrong')
    const recoveryCodes = newRecoveryCodes()
    await switchFactorOn(db, actor.id, step, recoveryCodes.map(recoveryHash))
    return { recoveryCodes }
  },

  removeFactor: async ({ db, actor, body }) => {
    await checkPassword(db, actor.id, body.password)
    await switchFactorOff(db, actor.id)
  },
}
