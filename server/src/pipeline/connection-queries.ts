import type {
  AcquaintanceFilter,
  NewAcquaintance,
  NewTie,
} from '@common-table/shared/pipeline/connection-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const contributionJson = `json_build_object('id', g.id, 'side', g.side, 'type', g.type, 'detail', g.detail, 'version', g.version)`
const tieJson = `json_build_object('id', t.id, 'kind', t.kind, 'label', t.label, 'note', t.note,
  'school', (select json_build_object('id', s.id, 'name', s.name) from schools s where s.district_id = t.district_id and s.id = t.school_id))`
const acquaintanceJson = `json_build_object('id', a.id, 'closeness', a.closeness, 'note', a.note,
  'organization', (select json_build_object('id', o.id, 'name', o.name) from organizations o where o.district_id = a.district_id and o.id = a.organization_id),
  'contact', (select json_build_object('id', c.id, 'name', c.name) from contacts c where c.district_id = a.district_id and c.id = a.contact_id),
  'knower', case
    when a.user_id is not null then (select json_build_object('kind', 'user', 'id', w.id, 'name', w.name, 'organization', null)
      from users w where w.district_id = a.district_id and w.id = a.user_id)
    when a.knower_contact_id is not null then (select json_build_object('kind', 'contact', 'id', k.id, 'name', k.name,
        'organization', json_build_object('id', o.id, 'name', o.name))
      from contacts k join organizations o on o.district_id = k.district_id and o.id = k.organization_id
      where k.district_id = a.district_id and k.id = a.knower_contact_id)
    else json_build_object('kind', 'other', 'id', null, 'name', a.knower_name, 'organization', null) end)`

const all = (table: string, alias: string, item: string, order: string): string =>
  `coalesce((select json_agg(${item} order by ${order}) from ${table} ${alias}
    where ${alias}.district_id = app_district() and ${alias}.organization_id = o.id), '[]')`

const connections = statement<{ connections: string }>(`select json_build_object(
    'contributions', ${all('organization_contributions', 'g', contributionJson, 'g.side, g.type, g.id')},
    'ties', ${all('organization_ties', 't', tieJson, 't.kind, t.label, t.id')},
    'acquaintances', ${all('acquaintances', 'a', acquaintanceJson, "array_position('{close,works_with,met}'::text[], a.closeness), a.id")},
    'prospects', coalesce((select json_agg(json_build_object('id', x.id, 'stage', x.stage, 'goal', x.goal, 'stageSince', x.stage_since) order by x.id desc)
      from prospects x where x.district_id = app_district() and x.organization_id = o.id
        and ($2::uuid[] is null or exists (select from prospect_schools l
          where l.district_id = x.district_id and l.prospect_id = x.id and l.school_id = any ($2)))), '[]'),
    'merges', coalesce((select json_agg(json_build_object('id', m.id, 'goneName', m.gone_name, 'mergedAt', ${utc('m.created_at')},
        'mergedByName', m.merged_by_name, 'undone', m.undone_at is not null) order by m.id desc)
      from organization_merges m where m.district_id = app_district() and m.kept_id = o.id), '[]'),
    'lastContactOn', greatest(
      (select max(e.happened_on) from partnership_events e where e.district_id = app_district() and e.organization_id = o.id
        and e.kind in ('note', 'call', 'email', 'meeting', 'visit')),
      (select max(p.last_contact_on) from partnerships p where p.district_id = app_district() and p.organization_id = o.id)))::text as connections
  from organizations o where o.district_id = app_district() and o.id = $1`)

export const connectionsOf = async (db: Db, schools: readonly string[] | null, organizationId: string) =>
  (await db.one(connections, [organizationId, schools]))?.connections

const insertContribution = statement<{ record: string; version: number }>(`with g as (
    insert into organization_contributions (district_id, organization_id, side, type, detail) values (app_district(), $1, $2, $3, $4) returning *)
  select ${contributionJson}::text as record, g.version from g`)
export const addContribution = (
  db: Db,
  organizationId: string,
  { side, type, detail }: { side: string; type: string; detail: string },
) => db.one(insertContribution, [organizationId, side, type, detail])

const updateContribution = statement<{ record: string; version: number }>(`with g as (
    update organization_contributions set side = coalesce($3, side), type = coalesce($4, type), detail = coalesce($5, detail)
    where district_id = app_district() and id = $1 and version = $2 returning *)
  select ${contributionJson}::text as record, g.version from g`)
export const changeContribution = (
  db: Db,
  id: string,
  version: number,
  change: { side?: string; type?: string; detail?: string },
) =>
  db.one(updateContribution, [id, version, change.side ?? null, change.type ?? null, change.detail ?? null])

const oneContribution = statement<{ record: string }>(
  `select ${contributionJson}::text as record from organization_contributions g where g.district_id = app_district() and g.id = $1`,
)
export const findContribution = (db: Db, id: string) => db.one(oneContribution, [id])

const insertTie = statement<{ tie: string }>(`with t as (
    insert into organization_ties (district_id, organization_id, kind, school_id, label, note)
    values (app_district(), $1, $2, $3, $4, $5) on conflict do nothing returning *)
  select ${tieJson}::text as tie from t`)
/** Nothing when the tie is known already. */
export const addTie = async (db: Db, organizationId: string, tie: NewTie): Promise<string | undefined> =>
  (
    await db.one(insertTie, [
      organizationId,
      tie.kind,
      tie.kind === 'school' ? (tie.schoolId ?? null) : null,
      tie.label?.trim() ?? '',
      tie.note ?? '',
    ])
  )?.tie

const insertAcquaintance = statement<{ acquaintance: string }>(`with a as (
    insert into acquaintances (district_id, organization_id, contact_id, user_id, knower_contact_id, knower_name, closeness, note)
    values (app_district(), $1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning *)
  select ${acquaintanceJson}::text as acquaintance from a`)
/** Nothing when it is known already. */
export const addAcquaintance = async (
  db: Db,
  organizationId: string,
  given: NewAcquaintance,
): Promise<string | undefined> =>
  (
    await db.one(insertAcquaintance, [
      organizationId,
      given.contactId ?? null,
      given.userId ?? null,
      given.knowerContactId ?? null,
      given.knowerName?.trim() ?? '',
      given.closeness,
      given.note ?? '',
    ])
  )?.acquaintance

const remove = Object.fromEntries(
  (['organization_contributions', 'organization_ties', 'acquaintances'] as const).map((table) => [
    table,
    statement(`delete from ${table} where district_id = app_district() and id = $1`),
  ]),
)
export const removeConnection = async (
  db: Db,
  table: 'organization_contributions' | 'organization_ties' | 'acquaintances',
  id: string,
): Promise<boolean> => (await db.run(remove[table]!, [id])) > 0

const knowers = listBy({
  alias: 'a',
  from: `acquaintances a left join users w on w.district_id = a.district_id and w.id = a.user_id
    left join contacts k on k.district_id = a.district_id and k.id = a.knower_contact_id`,
  filters: {
    q: `(strpos(plain_text(coalesce(w.name, k.name, a.knower_name)), plain_text(?)) > 0
      or a.organization_id in (select organization_id from search_organizations(?, 2147483647)))`,
    userId: 'a.user_id = ?::uuid',
    organizationId: 'a.organization_id = ?::uuid',
  },
  sorts: {
    knower: [
      ['coalesce(w.name, k.name, a.knower_name)', 'text'],
      ['a.id', 'uuid'],
    ],
  },
  item: acquaintanceJson,
})

/** Who knows whom, by who knows. */
export const acquaintancesOf = (
  db: Db,
  { q, userId, organizationId, limit = 50 }: AcquaintanceFilter,
  after: unknown[] | undefined,
) =>
  knowers(db, {
    filters: { q: q?.trim() || undefined, userId, organizationId },
    sort: 'knower',
    after,
    limit,
  })
