import type { ContributionChange, NewContribution } from '@common-table/shared/investments/schemas'
import type { BalanceLine } from '@common-table/shared/investments/balance'
import type { Contribution } from '@common-table/shared/investments/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { yearOr } from './year.ts'

export type Scope = readonly string[] | null

/** Whether a partnership `p` is one of the caller's schools; null sees all. */
export const inScope = (
  place: string,
): string => `(${place}::uuid[] is null or exists (select from partnership_schools s
    where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any (${place})))`

const value = (column: string): string =>
  `case when c.${column} is not null then json_build_object('cents', c.${column}, 'currency', c.currency) end`
const line = `json_build_object('id', c.id, 'side', c.side, 'type', c.type, 'title', c.title, 'unit', c.unit,
  'planned', c.planned, 'delivered', c.delivered, 'plannedValue', ${value('planned_cents')},
  'deliveredValue', ${value('delivered_cents')}, 'note', c.note, 'version', c.version)`

export interface LedgerRow {
  partnership: { id: string; name: string }
  schoolYear: { id: string; label: string } | null
  studentsReached: number | null
  volunteerRate: { cents: number; source: string } | null
  hoursWaiting: number
  lines: Contribution[]
}
const ledger = statement<LedgerRow>(`select json_build_object('id', p.id, 'name', p.name) as partnership,
    case when y.id is not null then json_build_object('id', y.id, 'label', y.label) end as "schoolYear",
    p.students_reached as "studentsReached",
    case when d.volunteer_hour_cents is not null
      then json_build_object('cents', d.volunteer_hour_cents, 'source', d.volunteer_hour_source) end as "volunteerRate",
    (select count(*)::integer from volunteer_hours h where h.district_id = p.district_id and h.partnership_id = p.id
      and h.status = 'submitted') as "hoursWaiting",
    (select coalesce(json_agg(${line} order by c.side desc, c.type, c.title, c.id), '[]') from contributions c
      where c.district_id = p.district_id and c.partnership_id = p.id and c.school_year_id = y.id) as lines
  from partnerships p join districts d on d.id = p.district_id
    left join school_years y on y.district_id = p.district_id and y.id = ${yearOr('$3')}
  where p.district_id = app_district() and p.id = $1 and ${inScope('$2')}`)
/** A partnership's school year with all its lines; undefined when the caller may not see it. */
export const ledgerRow = (db: Db, scope: Scope, partnershipId: string, schoolYearId?: string) =>
  db.one(ledger, [partnershipId, scope, schoolYearId ?? null])

export const balanceLines = (lines: readonly Contribution[]): BalanceLine[] =>
  lines.map(({ plannedValue, deliveredValue, ...rest }) => ({
    ...rest,
    plannedCents: plannedValue?.cents ?? null,
    deliveredCents: deliveredValue?.cents ?? null,
  }))

/** What volunteer hours that are only promised are worth, at the rate of today. */
const promised = (hours: string): string =>
  `(select round(${hours} * d.volunteer_hour_cents) from districts d where d.id = app_district())`

const one = statement<{ line: string; version: number; type: string }>(
  `select ${line}::text as line, c.version, c.type from contributions c where c.district_id = app_district() and c.id = $1`,
)
export const contributionOf = (db: Db, contributionId: string) => db.one(one, [contributionId])

const insert =
  statement(`insert into contributions (district_id, id, partnership_id, school_year_id, side, type, title, unit, planned, delivered,
    planned_cents, delivered_cents, note)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8::numeric, $9, case when $5 = 'volunteer_hours' then coalesce($10, ${promised('$8::numeric')}) else $10 end, $11, $12)
  on conflict (district_id, partnership_id, school_year_id, side) where type = 'volunteer_hours' do nothing`)
/** Answers whether it was new: a side has one line for its volunteer hours. */
export const insertContribution = async (
  db: Db,
  id: string,
  partnershipId: string,
  body: NewContribution,
): Promise<boolean> =>
  (await db.run(insert, [
    id,
    partnershipId,
    body.schoolYearId,
    body.side,
    body.type,
    body.title.trim(),
    body.unit,
    body.planned ?? 0,
    body.delivered ?? 0,
    body.plannedValue?.cents ?? null,
    body.deliveredValue?.cents ?? null,
    body.note ?? '',
  ])) > 0

const update =
  statement(`update contributions c set title = coalesce($3, title), unit = coalesce($4, unit), planned = coalesce($5::numeric, planned),
    delivered = coalesce($6::numeric, delivered), planned_cents = case when $7 then $8::bigint
      when c.type = 'volunteer_hours' and $5 is not null then ${promised('$5::numeric')} else planned_cents end,
    delivered_cents = case when $9 then $10::bigint else delivered_cents end, note = coalesce($11, note)
  where c.district_id = app_district() and c.id = $1 and c.version = $2`)
export const updateContribution = async (
  db: Db,
  contributionId: string,
  version: number,
  change: ContributionChange,
): Promise<boolean> =>
  (await db.run(update, [
    contributionId,
    version,
    change.title?.trim() ?? null,
    change.unit ?? null,
    change.planned ?? null,
    change.delivered ?? null,
    change.plannedValue !== undefined,
    change.plannedValue?.cents ?? null,
    change.deliveredValue !== undefined,
    change.deliveredValue?.cents ?? null,
    change.note ?? null,
  ])) > 0

const remove = statement('delete from contributions where district_id = app_district() and id = $1')
export const deleteContribution = (db: Db, contributionId: string) => db.run(remove, [contributionId])
