import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const settle = statement(`with joined as (
    update prospects set stage = 'joined', stage_since = current_date, partnership_id = coalesce(partnership_id, $2)
    where district_id = app_district() and organization_id = $1 and stage not in ('joined', 'declined'))
  update organizations set status = 'active' where district_id = app_district() and id = $1 and status = 'prospect'`)

/** An organisation whose help is at a school is a partner: its prospect has joined, by this partnership. */
export const settleProspect = async (
  db: Db,
  organizationId: string,
  partnershipId: string,
): Promise<void> => {
  await db.run(settle, [organizationId, partnershipId])
}
