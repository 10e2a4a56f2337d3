import type { Permission } from '@common-table/shared/contract/permission'
import type { ApiClientChange, ApiClientInput } from '@common-table/shared/clients/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const item = `json_build_object('id', c.id, 'clientId', 'ct.' || c.district_id || '.' || c.id, 'name', c.name,
  'scopes', c.scopes, 'createdBy', (select json_build_object('id', u.id, 'name', u.name) from users u
    where u.district_id = app_district() and u.id = c.created_by),
  'createdAt', c.created_at, 'lastUsedAt', c.last_used_at, 'expiresAt', c.expires_at, 'revokedAt', c.revoked_at,
  'version', c.version)`

const all = statement<{ items: string }>(
  `select coalesce(json_agg(${item} order by c.revoked_at is not null, lower(c.name), c.id), '[]')::text as items
   from api_clients c where c.district_id = app_district()`,
)
export const allClients = async (db: Db) => (await db.one(all))?.items ?? '[]'

const one = statement<{ client: string; version: number; scopes: Permission[]; revoked: boolean }>(
  `select ${item}::text as client, c.version, c.scopes, c.revoked_at is not null as revoked
   from api_clients c where c.district_id = app_district() and c.id = $1`,
)
export const clientOf = (db: Db, clientId: string) => db.one(one, [clientId])

const insert = statement<{ id: string }>(
  `insert into api_clients (district_id, name, scopes, secret_hash, expires_at, created_by)
   values (app_district(), $1, $2, $3, $4, $5) returning id`,
)
export const insertClient = async (
  db: Db,
  { name, scopes, expiresAt }: ApiClientInput,
  secretHash: string,
  createdBy: string | null,
) => (await db.one(insert, [name.trim(), scopes, secretHash, expiresAt ?? null, createdBy]))!.id // an insert returns its row

const change = statement(
  `update api_clients set name = coalesce($3, name), scopes = coalesce($4, scopes),
     expires_at = case when $5 then $6::timestamptz else expires_at end
   where district_id = app_district() and id = $1 and version = $2 and revoked_at is null`,
)
export const updateClient = async (db: Db, clientId: string, version: number, asked: ApiClientChange) =>
  (await db.run(change, [
    clientId,
    version,
    asked.name?.trim() ?? null,
    asked.scopes ?? null,
    asked.expiresAt !== undefined,
    asked.expiresAt ?? null,
  ])) > 0

const renew = statement(
  `update api_clients set secret_hash = $2 where district_id = app_district() and id = $1 and revoked_at is null`,
)
export const replaceSecret = async (db: Db, clientId: string, secretHash: string) =>
  (await db.run(renew, [clientId, secretHash])) > 0

const revoke = statement(
  'update api_clients set revoked_at = now() where district_id = app_district() and id = $1 and revoked_at is null',
)
export const revokeClient = async (db: Db, clientId: string) => (await db.run(revoke, [clientId])) > 0

export interface Credentials {
  name: string
  scopes: Permission[]
  secret_hash: string
}
const credentials = statement<Credentials>(
  `select name, scopes, secret_hash from api_clients
   where district_id = app_district() and id = $1 and revoked_at is null and (expires_at is null or expires_at > now())
   for no key update`,
)
/** What is needed to judge a secret. The row is held, so that a token cannot pass a revocation that waits for it. */
export const workingCredentials = (db: Db, clientId: string) => db.one(credentials, [clientId])

const used = statement(
  `update api_clients set last_used_at = now()
   where district_id = app_district() and id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
)
export const noteUse = (db: Db, clientId: string) => db.run(used, [clientId])
