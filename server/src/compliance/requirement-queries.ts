import type { RequirementChange } from '@common-table/shared/compliance/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface OwnRequirement extends RequirementChange {
  version: number
}
/** The district's own rows, as JSON. */
export const requirementsJson = `(select coalesce(json_agg(json_build_object('kind', r.kind, 'conditions', r.conditions,
  'lighter', r.lighter, 'expiry', r.expiry, 'warnDays', r.warn_days, 'minimumCents', r.minimum_cents, 'blocks', r.blocks,
  'instructions', r.instructions, 'version', r.version)), '[]') from requirements r where r.district_id = app_district())`
const ownRequirements = statement<{ own: OwnRequirement[] }>(`select ${requirementsJson} as own`)
export const requirementsOf = async (db: Db): Promise<OwnRequirement[]> =>
  (await db.one(ownRequirements))?.own ?? []

const saveRequirement = statement<{ version: number }>(
  `insert into requirements (district_id, kind, conditions, lighter, expiry, warn_days, minimum_cents, blocks, instructions)
   select app_district(), $1, $2, $3, $4, $5, $6, $7, $8
   where $9::integer = 1 or exists (select from requirements where district_id = app_district() and kind = $1)
   on conflict (district_id, kind) do update set conditions = excluded.conditions, lighter = excluded.lighter,
     expiry = excluded.expiry, warn_days = excluded.warn_days, minimum_cents = excluded.minimum_cents,
     blocks = excluded.blocks, instructions = excluded.instructions
   where requirements.version = $9
   returning version`,
)
/** The new version; undefined when another was read than is there now. */
export const storeRequirement = async (db: Db, rule: RequirementChange, version: number) =>
  (
    await db.one(saveRequirement, [
      rule.kind,
      rule.conditions,
      rule.lighter,
      rule.expiry,
      rule.warnDays,
      rule.minimumCents,
      rule.blocks,
      rule.instructions,
      version,
    ])
  )?.version
