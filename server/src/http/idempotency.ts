import { createHash } from 'node:crypto'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface KeptAnswer {
  status: number
  answer: string | null
}

const claim = statement<{
  key: string
}>(`insert into idempotency_keys (district_id, actor_id, key, request_hash)
  values (app_district(), $1, $2, $3) on conflict (district_id, actor_id, key) do nothing returning key`)
const kept = statement<{ request_hash: string; status: number; answer: string | null }>(
  `select request_hash, status, answer from idempotency_keys where district_id = app_district() and actor_id = $1 and key = $2`,
)
const keep = statement(
  `update idempotency_keys set status = $3, answer = $4 where district_id = app_district() and actor_id = $1 and key = $2`,
)

export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('base64url')

/**
 * Claims the key inside the request's own transaction: a second request with the same key waits for the first to
 * commit and is then given the first one's answer (draft-ietf-httpapi-idempotency-key-header).
 */
export const claimKey = async (
  db: Db,
  actorId: string,
  key: string,
  hash: string,
): Promise<KeptAnswer | undefined> => {
  if (await db.one(claim, [actorId, key, hash])) return undefined
  const found = await db.one(kept, [actorId, key])
  if (!found || found.status === 0)
    throw new ProblemError(
      'idempotency-key-in-use',
      'The same request is still being worked on; ask again in a moment.',
      { retryAfter: 1 },
    )
  if (found.request_hash !== hash)
    throw new ProblemError(
      'idempotency-key-reused',
      'Use a new Idempotency-Key: this one belongs to another request.',
    )
  return { status: found.status, answer: found.answer }
}

export const keepAnswer = (
  db: Db,
  actorId: string,
  key: string,
  status: number,
  answer: string | null,
): Promise<number> => db.run(keep, [actorId, key, status, answer])
