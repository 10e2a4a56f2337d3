import type {
  Outlook,
  OutlookFilter,
  QualityLevels,
  QualityReview,
} from '@common-table/shared/outlook/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { champions, clock, factsOf, holding, today } from './facts-sql.ts'
import type { FactsRow } from './facts.ts'

export type Scope = readonly string[] | null

const inScope = `($2::uuid[] is null or exists (select from partnership_schools s
  where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`
const currentYear = `(select y.id from school_years y where y.district_id = app_district()
  and y.starts_on <= ${today} order by y.starts_on desc limit 1)`

export interface OutlookRow {
  partnership: Outlook['partnership']
  facts: FactsRow
  reviews: QualityReview[]
  schoolYear: Outlook['schoolYear']
}
const one =
  statement<OutlookRow>(`select json_build_object('id', p.id, 'name', p.name) as partnership, ${factsOf} as facts,
    (select coalesce(json_agg(json_build_object('id', q.id, 'schoolYear', json_build_object('id', y.id, 'name', y.label),
        'levels', json_build_object('alignment', q.alignment, 'delivery', q.delivery, 'relationship', q.relationship,
          'equity', q.equity, 'data', q.data, 'sustainability', q.sustainability),
        'note', q.note, 'reviewedBy', q.reviewed_by_name,
        'reviewedAt', to_char(q.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', q.version)
        order by y.starts_on desc), '[]')
      from quality_reviews q join school_years y on y.district_id = q.district_id and y.id = q.school_year_id
      where q.district_id = p.district_id and q.partnership_id = p.id) as reviews,
    (select json_build_object('id', y.id, 'name', y.label) from school_years y
      where y.district_id = app_district() and y.id = ${currentYear}) as "schoolYear"
  from partnerships p cross join ${clock} ${holding}
  where p.district_id = app_district() and p.id = $1 and ${inScope}`)
/** Everything about a partnership's outlook in one round trip; undefined when the caller may not see it. */
export const outlookRow = (db: Db, scope: Scope, partnershipId: string) => db.one(one, [partnershipId, scope])

export interface OutlookItemRow {
  partnership: Outlook['partnership']
  organization: Outlook['partnership']
  stage: string
  reviewed: boolean
  facts: FactsRow
}
const reviewed = `exists (select from quality_reviews q where q.district_id = p.district_id and q.partnership_id = p.id
  and q.school_year_id = ${currentYear})`
const list = listBy({
  alias: 'p',
  from: 'partnerships p',
  where: `p.stage in ('active', 'expanding', 'renewing', 'paused')`,
  filters: {
    schools: `exists (select from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id
      and s.school_id = any (?::uuid[]))`,
    organizationId: 'p.organization_id = ?::uuid',
    singleChampion: `? = (json_array_length(${champions.district}) < 2 or json_array_length(${champions.partner}) < 2)`,
    unreviewed: `? = not ${reviewed}`,
    endsBefore: `least(p.ends_on, (select max(agreement_term_end(a, ${today})) from agreements a where a.district_id = p.district_id
      and a.partnership_id = p.id and a.stage = 'signed' and agreement_in_force(a, ${today}))) <= ?::date`,
  },
  sorts: {
    name: [
      ['p.name', 'text'],
      ['p.id', 'uuid'],
    ],
  },
  joins: `join organizations o on o.district_id = p.district_id and o.id = p.organization_id cross join ${clock} ${holding}`,
  item: `json_build_object('partnership', json_build_object('id', p.id, 'name', p.name),
    'organization', json_build_object('id', o.id, 'name', o.name), 'stage', p.stage, 'reviewed', ${reviewed}, 'facts', ${factsOf})`,
})
export const outlooksOf = (
  db: Db,
  scope: Scope,
  { limit = 50, organizationId, singleChampion, unreviewed, endsBefore }: OutlookFilter,
  after: unknown[] | undefined,
) =>
  list(db, {
    filters: { schools: scope ?? undefined, organizationId, singleChampion, unreviewed, endsBefore },
    sort: 'name',
    after,
    limit,
  })

const counts = (side: string): string =>
  ['kept', 'late', 'missed', 'waived']
    .map(
      (what) =>
        `'${what}', count(*) filter (where x.side = '${side}' and x.status ${what === 'missed' ? "in ('open', 'missed')" : `= '${what}'`})`,
    )
    .join(', ')
const sum = statement<{ partnerships: number; promises: FactsRow['promises'] }>(`select
    count(distinct p.id)::integer as partnerships,
    json_build_object('district', json_build_object(${counts('district')}), 'partner', json_build_object(${counts('partner')})) as promises
  from partnerships p cross join ${clock}
    left join obligation_dues x on x.district_id = p.district_id and x.partnership_id = p.id
      and x.due_on >= t.day - interval '12 months' and (x.due_on < t.day or x.status in ('kept', 'late', 'missed'))
  where p.district_id = app_district() and p.stage in ('active', 'expanding', 'renewing', 'paused')
    and ($1::uuid is null or p.organization_id = $1) and ${inScope}`)
export const keptSum = async (db: Db, scope: Scope, organizationId?: string) =>
  (await db.one(sum, [organizationId ?? null, scope]))! // an aggregate answers one row

const beginReview =
  statement(`insert into quality_reviews (district_id, partnership_id, school_year_id, alignment, delivery,
    relationship, equity, data, sustainability, note, reviewed_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (district_id, partnership_id, school_year_id) do nothing`)
const writeReview =
  statement(`update quality_reviews set alignment = $3, delivery = $4, relationship = $5, equity = $6,
    data = $7, sustainability = $8, note = $9, reviewed_by_name = $10, reviewed_at = now()
  where district_id = app_district() and partnership_id = $1 and school_year_id = $2 and version = $11`)
/** Writes the review of a school year if `version` is still current, or begins it with version 0; answers whether it was. */
export const keepReview = async (
  db: Db,
  at: { partnershipId: string; schoolYearId: string; version: number },
  { alignment, delivery, relationship, equity, data, sustainability }: QualityLevels,
  note: string,
  by: string,
): Promise<boolean> => {
  const values = [
    at.partnershipId,
    at.schoolYearId,
    alignment,
    delivery,
    relationship,
    equity,
    data,
    sustainability,
    note,
    by,
  ]
  return (
    (await (at.version === 0 ? db.run(beginReview, values) : db.run(writeReview, [...values, at.version]))) >
    0
  )
}

const begun = statement<{ begun: boolean }>(
  `select starts_on <= ${today} as begun from school_years where district_id = app_district() and id = $1`,
)
/** Whether a school year has begun; undefined when there is none. */
export const yearBegun = async (db: Db, schoolYearId: string) => (await db.one(begun, [schoolYearId]))?.begun
