import type { Db } from '../db/db.ts'
import type { Vault } from '../http/vault.ts'
import { holdFactor, useRecoveryCode, useStep } from './factor-queries.ts'
import { secretHash } from './secrets.ts'
import { matchingStep } from './totp.ts'

/** What a person typed: spaces and case do not matter. */
const plain = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '')

export const recoveryHash = (code: string): string => secretHash(plain(code))

/** What a person's factor secret is sealed for: a row copied to another person opens nothing. */
export const factorUse = (userId: string): string => `second factor of ${userId}`

/** `none`: no second factor is asked for. A right code is used up: the same one does not open a second session. */
export const passFactor = async (
  db: Db,
  vault: Vault,
  userId: string,
  code: string | undefined,
  now: Date,
): Promise<'none' | 'passed' | 'missing' | 'wrong'> => {
  const factor = await holdFactor(db, userId)
  if (!factor?.second_factor_at || !factor.second_factor_secret) return 'none'
  if (code === undefined) return 'missing'
  const stored = factor.second_factor_secret
  const secret = vault.open(factorUse(userId), stored)
  const step = secret && matchingStep(secret, plain(code), now, factor.second_factor_step)
  if (secret && step) {
    // A secret from before there was a vault is sealed when it is next used.
    await useStep(db, userId, step, vault.isSealed(stored) ? stored : vault.seal(factorUse(userId), secret))
    return 'passed'
  }
  const hash = recoveryHash(code)
  if (!factor.recovery_hashes.includes(hash)) return 'wrong'
  await useRecoveryCode(db, userId, hash)
  return 'passed'
}
