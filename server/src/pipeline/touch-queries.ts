import type { NewTouch } from '@common-table/shared/pipeline/connection-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const touchJson = `json_build_object('id', e.id, 'kind', e.kind, 'happenedOn', e.happened_on, 'body', e.body,
  'fromStage', e.from_stage, 'toStage', e.to_stage, 'reason', e.reason, 'authorName', e.author_name,
  'createdAt', ${utc('e.created_at')},
  'partnership', (select json_build_object('id', p.id, 'name', p.name) from partnerships p
    where p.district_id = e.district_id and p.id = e.partnership_id),
  'contact', (select json_build_object('id', c.id, 'name', c.name) from contacts c
    where c.district_id = e.district_id and c.id = e.contact_id))`

const touches = listBy({
  alias: 'e',
  from: 'partnership_events e',
  filters: {
    organizationId: `e.id in (
      select t.id from partnership_events t where t.district_id = app_district() and t.organization_id = ?::uuid
      union all
      select t.id from partnerships p join partnership_events t on t.district_id = p.district_id and t.partnership_id = p.id
        where p.district_id = app_district() and p.organization_id = ?::uuid)`,
    schools: `(e.partnership_id is null or exists (select from partnership_schools l
      where l.district_id = e.district_id and l.partnership_id = e.partnership_id and l.school_id = any (?::uuid[])))`,
  },
  sorts: {
    newest: [
      ['e.happened_on', 'date'],
      ['e.id', 'uuid'],
    ],
  },
  item: touchJson,
})

/** What happened with an organisation and in its partnerships; a principal sees the partnerships of the own schools. */
export const touchesOf = (
  db: Db,
  schools: readonly string[] | null,
  organizationId: string,
  limit: number,
  after: unknown[] | undefined,
) =>
  touches(db, {
    filters: { organizationId, schools: schools ?? undefined },
    sort: 'newest',
    descending: true,
    after,
    limit,
  })

const insert = statement<{ touch: string }>(`with e as (
    insert into partnership_events (district_id, organization_id, partnership_id, contact_id, kind, happened_on, body, author_id, author_name)
    values (app_district(), case when $2::uuid is null then $1::uuid end, $2, $3, $4, $5, $6, $7, $8) returning *)
  select ${touchJson}::text as touch from e`)

/** Notes a touch with an organisation, or in one of its partnerships. */
export const insertTouch = async (
  db: Db,
  organizationId: string,
  { partnershipId, contactId, kind, happenedOn, body }: NewTouch,
  author: { id: string | null; name: string },
): Promise<string> =>
  (await db.one(insert, [
    organizationId,
    partnershipId ?? null,
    contactId ?? null,
    kind,
    happenedOn,
    body,
    author.id,
    author.name,
  ]))!.touch // an insert returns its row

const belongs = statement<{ partnership: boolean; contact: boolean }>(`select
  $2::uuid is null or exists (select from partnerships p where p.district_id = app_district() and p.id = $2 and p.organization_id = $1) as partnership,
  $3::uuid is null or exists (select from contacts c where c.district_id = app_district() and c.id = $3 and c.organization_id = $1) as contact
  from organizations o where o.district_id = app_district() and o.id = $1`)

/** Whether partnership and contact are the organisation's; nothing when there is no such organisation. */
export const touchBelongs = (db: Db, organizationId: string, { partnershipId, contactId }: NewTouch) =>
  db.one(belongs, [organizationId, partnershipId ?? null, contactId ?? null])
