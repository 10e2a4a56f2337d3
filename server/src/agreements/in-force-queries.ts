import type { AgreementType } from '@common-table/shared/agreements/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface AgreementInForce {
  id: string
  title: string
  type: AgreementType
  partnershipId: string
  startsOn: string
  /** The last day of the term the day falls in. */
  termEndsOn: string | null
  renews: boolean
}

const inForce =
  statement<AgreementInForce>(`select a.id, a.title, a.type, a.partnership_id as "partnershipId",
    a.starts_on::text as "startsOn", agreement_term_end(a, $1)::text as "termEndsOn", a.renews
  from agreements a where a.district_id = app_district() and a.stage = 'signed' and agreement_in_force(a, $1)
    and ($2::uuid is null or a.partnership_id = $2)
  order by a.partnership_id, a.starts_on, a.id`)
/** Signed agreements that hold on a day, of one partnership or of all. */
export const agreementsInForce = (
  db: Db,
  { day, partnershipId }: { day: string; partnershipId?: string },
): Promise<AgreementInForce[]> => db.many(inForce, [day, partnershipId ?? null])
