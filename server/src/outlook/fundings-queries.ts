import type { FundingChange, NewFunding } from '@common-table/shared/outlook/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const funding = `json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'needed', f.needed, 'endsOn', f.ends_on, 'version', f.version)::text`

const one = statement<{ funding: string; version: number }>(
  `select ${funding} as funding, f.version from fundings f where f.district_id = app_district() and f.id = $1`,
)
export const fundingOf = (db: Db, fundingId: string) => db.one(one, [fundingId])

const insert = statement<{
  funding: string
  version: number
}>(`insert into fundings as f (district_id, partnership_id, name, kind, needed, ends_on)
  values (app_district(), $1, $2, $3, $4, $5) returning ${funding} as funding, f.version`)
export const insertFunding = async (db: Db, partnershipId: string, body: NewFunding) =>
  (await db.one(insert, [partnershipId, body.name.trim(), body.kind, body.needed, body.endsOn]))! // an insert answers its row

const update =
  statement(`update fundings set name = coalesce($3, name), kind = coalesce($4, kind), needed = coalesce($5, needed),
    ends_on = case when $6 then $7::date else ends_on end
  where district_id = app_district() and id = $1 and version = $2`)
export const updateFunding = async (db: Db, fundingId: string, version: number, change: FundingChange) =>
  (await db.run(update, [
    fundingId,
    version,
    change.name?.trim() ?? null,
    change.kind ?? null,
    change.needed ?? null,
    change.endsOn !== undefined,
    change.endsOn ?? null,
  ])) > 0

const remove = statement('delete from fundings where district_id = app_district() and id = $1')
export const deleteFunding = async (db: Db, fundingId: string) => (await db.run(remove, [fundingId])) > 0
