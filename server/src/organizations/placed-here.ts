import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const placed = statement<{ places: number }>(`select (
    coalesce((select sum((r.moves #>> '{target,amount}')::integer) from placement_rows r join service_sites t on t.district_id = app_district()
        and t.id = $1 and t.service_id = r.service_id
      where r.district_id = app_district() and r.decision = 'accepted' and r.moves #>> '{target,siteId}' = $1::uuid::text), 0)
    + coalesce((select sum(students) from offer_placements where district_id = app_district() and site_id = $1 and status = 'placed'), 0)
    + coalesce((select sum(students) from help_request_partners where district_id = app_district() and site_id = $1
      and status in ('accepted', 'scheduled', 'started', 'met', 'partly_met')), 0)
  )::integer as places`)

/** A site keeps at least the places that a plan, an offer or a request gave the school: they are promised to it. */
export const keepPlaced = async (db: Db, siteId: string, maximum: number): Promise<void> => {
  const { places } = (await db.one(placed, [siteId]))! // sums are one row
  if (maximum < places)
    throw fieldProblem(
      'capacityMaximum',
      `${places} places here were given to the school by a plan, an offer or a request. Keep at least ${places}, or take those back first.`,
      'range',
    )
}
