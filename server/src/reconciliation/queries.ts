import type {
  Mismatch,
  PartnerWord,
  RecordLine,
  SchoolWord,
} from '@common-table/shared/reconciliation/mismatches'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

/** Whose words are compared: one school's, one partner's, or both for a single pair. */
export interface Place {
  schoolId?: string
  organizationId?: string
}

/** $1 a school, $2 an organisation; null: any. */
const within = (school: string, organization: string): string =>
  `($1::uuid is null or ${school} = $1) and ($2::uuid is null or ${organization} = $2)`

/** The lines of the record that put an organisation at a school: its sites, and partnerships in force. */
export const recordLines = (condition: (school: string, organization: string) => string): string =>
  `select x.school_id, s.organization_id, s.id as service_id, x.id as site_id, x.capacity_maximum, x.capacity_available
    from service_sites x join services s on s.district_id = x.district_id and s.id = x.service_id
    where x.district_id = app_district() and x.school_id is not null and x.status = 'active'
      and s.status in ('active', 'temporarily closed') and ${condition('x.school_id', 's.organization_id')}
  union all
  select l.school_id, p.organization_id, null, null, null, null
    from partnership_schools l join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
    where l.district_id = app_district() and stage_in_force(p.stage) and ${condition('l.school_id', 'p.organization_id')}`

const facts = statement<{
  schools: SchoolWord[]
  partners: PartnerWord[]
  record: RecordLine[]
  grades: Record<string, string[]>
}>(`with said as materialized (
    select * from statements where district_id = app_district() and ${within('school_id', 'organization_id')}
  ), known as materialized (${recordLines(within)})
  select
    coalesce((select json_agg(json_build_object('schoolId', school_id, 'organizationId', organization_id, 'name', name,
      'present', present, 'by', said_by, 'at', ${utc('said_at')})) from said where side = 'school'), '[]') as schools,
    coalesce((select json_agg(json_build_object('schoolId', school_id, 'organizationId', organization_id, 'serviceId', service_id,
      'present', present, 'maximum', maximum, 'available', available, 'by', said_by, 'at', ${utc('said_at')}))
      from said where side = 'partner'), '[]') as partners,
    coalesce((select json_agg(json_build_object('schoolId', school_id, 'organizationId', organization_id, 'serviceId', service_id,
      'maximum', capacity_maximum, 'available', capacity_available)) from known), '[]') as record,
    coalesce((select json_object_agg(id, grades) from (
      select s.id, s.grades from schools s where s.district_id = app_district() and s.id in (select school_id from said where side = 'partner')
      union all
      select v.id, v.grades from services v where v.district_id = app_district() and v.id in (select service_id from said where side = 'partner')
    ) g), '{}') as grades`)

export const twoSides = async (db: Db, { schoolId, organizationId }: Place) =>
  (await db.one(facts, [schoolId ?? null, organizationId ?? null]))! // without from: one row

export interface KeptMismatch extends Mismatch {
  id: string
  status: 'open' | 'resolved' | 'agreed'
}
const kept =
  statement<KeptMismatch>(`select id, kind, school_id as "schoolId", organization_id as "organizationId",
    service_id as "serviceId", name, says, status
  from mismatches where district_id = app_district() and ${within('school_id', 'organization_id')} for update`)
export const keptMismatches = (db: Db, { schoolId, organizationId }: Place) =>
  db.many(kept, [schoolId ?? null, organizationId ?? null])

/** What a comparison does to one row, and the word its history gets for it. */
export interface Finding extends Mismatch {
  id: string | null
  status: 'open' | 'agreed'
  what: 'found' | 'changed' | 'reopened' | 'agreed'
}
const store = statement(`with given as materialized (
    select coalesce(id, uuidv7()) as id, id is not null as known, kind, "schoolId", "organizationId", "serviceId", name, says, status, what
    from jsonb_to_recordset($1::jsonb) as g (id uuid, kind text, "schoolId" uuid, "organizationId" uuid, "serviceId" uuid, name text,
      says jsonb, status text, what text)
  ), made as (
    insert into mismatches (district_id, id, kind, school_id, organization_id, service_id, name, says, status)
    select app_district(), id, kind, "schoolId", "organizationId", "serviceId", name, says, status from given where not known
  ), changed as (
    update mismatches m set says = g.says, status = g.status, resolution = null, reason = '', resolved_by = '', resolved_at = null,
      undo = null
    from given g where g.known and m.district_id = app_district() and m.id = g.id
  )
  insert into mismatch_events (district_id, mismatch_id, what, says, author_name)
  select app_district(), id, what, says, $2 from given`)
export const storeFindings = (db: Db, findings: readonly Finding[], author: string) =>
  db.run(store, [JSON.stringify(findings), author])

const say =
  statement(`insert into statements (district_id, side, reply_id, school_id, organization_id, service_id, name,
    present, maximum, available, said_by)
  select app_district(), $1, $2, s."schoolId", s."organizationId", s."serviceId", coalesce(s.name, ''), s.present, s.maximum, s.available, $3
  from jsonb_to_recordset($4::jsonb) as s ("schoolId" uuid, "organizationId" uuid, "serviceId" uuid, name text, present boolean,
    maximum integer, available integer)
  on conflict (district_id, side, school_id, organization_id, service_id, name) do update
    set present = excluded.present, maximum = excluded.maximum, available = excluded.available, reply_id = excluded.reply_id,
      said_by = excluded.said_by, said_at = now()`)
export interface Statement {
  schoolId: string
  organizationId?: string | null
  serviceId?: string | null
  name?: string
  present: boolean
  maximum?: number | null
  available?: number | null
}
/** Takes down what a side says; a newer word replaces the older. */
export const takeDown = (
  db: Db,
  side: 'school' | 'partner',
  replyId: string | null,
  by: string,
  said: readonly Statement[],
) => db.run(say, [side, replyId, by, JSON.stringify(said)])

const unsay = statement(`delete from statements where district_id = app_district() and side = $1
    and case $1 when 'school' then school_id = $2 and (reply_id is not null or organization_id = any ($3::uuid[]))
      else organization_id = $2 end`)
/** Forgets a school's or partner's former words before its newer ones are taken down. */
export const forgetWords = (
  db: Db,
  side: 'school' | 'partner',
  whose: string,
  organizations: readonly string[] = [],
) => db.run(unsay, [side, whose, organizations])
