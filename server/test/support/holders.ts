import { district, personOf, type Api } from './api.ts'

/** Names lead and backup of both sides, as a partnership needs before it goes to work; answers its version after that. */
export const nameHolders = async (
  test: Pick<Api, 'sql'>,
  partnershipId: string,
  districtId = district,
): Promise<number> => {
  const [row] = await test.sql<{ version: number }>(
    `with c as (insert into contacts (district_id, organization_id, name)
        select p.district_id, p.organization_id, n from partnerships p, unnest('{First Contact,Second Contact}'::text[]) n
        where p.district_id = $1 and p.id = $2 returning id, name)
      update partnerships p set lead_user_id = $3, backup_user_id = $4,
        partner_lead_id = (select id from c where name = 'First Contact'),
        partner_backup_id = (select id from c where name = 'Second Contact')
      where p.district_id = $1 and p.id = $2 returning version`,
    [districtId, partnershipId, personOf('coordinator', districtId), personOf('director', districtId)],
  )
  return row!.version // the partnership is there
}
