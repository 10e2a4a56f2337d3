import type { NewSitePlan, SitePlan, SitePlanChange, SitePlans } from '@common-table/shared/lifecycle/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const planFields = `'id', s.id, 'school', (select json_build_object('id', h.id, 'name', h.name) from schools h
    where h.district_id = s.district_id and h.id = s.school_id), 'schoolYearId', s.school_year_id,
  'liaison', (select json_build_object('id', u.id, 'name', u.name) from users u where u.district_id = s.district_id and u.id = s.liaison_user_id),
  'liaisonUserId', s.liaison_user_id, 'liaisonName', s.liaison_name, 'space', s.space, 'weekdays', s.weekdays,
  'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'), 'startsOn', s.starts_on, 'endsOn', s.ends_on,
  'students', s.students, 'notes', s.notes, 'version', s.version`

/** The school year asked for, else the current one, else the latest. */
const yearOf = (
  asked: string,
): string => `(select y.id from school_years y where y.district_id = app_district()
  order by y.id = ${asked} desc nulls last, current_date between y.starts_on and y.ends_on desc, y.starts_on desc limit 1)`

const plans = statement<{
  plans: SitePlans
}>(`with year as (select y.* from school_years y where y.district_id = app_district() and y.id = ${yearOf('$3::uuid')})
  select json_build_object('year', (select json_build_object('id', id, 'name', label) from year),
    'years', (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.label) order by y.starts_on desc), '[]') from school_years y
      where y.district_id = app_district() and (y.ends_on >= current_date or exists (select from site_plans s
        where s.district_id = y.district_id and s.partnership_id = p.id and s.school_year_id = y.id))),
    'sites', (select coalesce(json_agg(json_build_object('school', json_build_object('id', h.id, 'name', h.name),
        'plan', case when s.id is not null then json_build_object(${planFields}) end) order by h.name, h.id), '[]')
      from partnership_schools l join schools h on h.district_id = l.district_id and h.id = l.school_id
        left join site_plans s on s.district_id = l.district_id and s.partnership_id = l.partnership_id and s.school_id = l.school_id
          and s.school_year_id = (select id from year)
      where l.district_id = p.district_id and l.partnership_id = p.id and ($2::uuid[] is null or l.school_id = any ($2))),
    'students', (select coalesce(sum(s.students), 0) from site_plans s where s.district_id = p.district_id and s.partnership_id = p.id
      and s.school_year_id = (select id from year) and ($2::uuid[] is null or s.school_id = any ($2))),
    'planned', (select count(*) from site_plans s where s.district_id = p.district_id and s.partnership_id = p.id
      and s.school_year_id = (select id from year) and ($2::uuid[] is null or s.school_id = any ($2)))) as plans
  from partnerships p where p.district_id = app_district() and p.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools l
      where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = any ($2)))`)
export const sitePlansOf = async (
  db: Db,
  scope: readonly string[] | null,
  partnershipId: string,
  schoolYearId: string | undefined,
) => (await db.one(plans, [partnershipId, scope, schoolYearId ?? null]))?.plans

const ofSchool = statement<{ items: string }>(`select json_build_object('items', coalesce((
    select json_agg(json_build_object(${planFields},
      'partnership', json_build_object('id', p.id, 'name', p.name, 'stage', p.stage),
      'organization', json_build_object('id', o.id, 'name', o.name)) order by o.name, p.name, s.id)
    from site_plans s join partnerships p on p.district_id = s.district_id and p.id = s.partnership_id and p.stage <> 'ended'
      join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    where s.district_id = app_district() and s.school_id = h.id and s.school_year_id = ${yearOf('$3::uuid')}), '[]'))::text as items
  from schools h where h.district_id = app_district() and h.id = $1 and ($2::uuid[] is null or h.id = any ($2))`)
export const plansAtSchool = async (
  db: Db,
  scope: readonly string[] | null,
  schoolId: string,
  schoolYearId: string | undefined,
) => (await db.one(ofSchool, [schoolId, scope, schoolYearId ?? null]))?.items

export interface PlanFrame {
  /** Of the school year the plan is in, and of the partnership. */
  yearStartsOn: string
  yearEndsOn: string
  partnershipStartsOn: string | null
  partnershipEndsOn: string | null
}

const one = statement<{
  plan: SitePlan
  frame: PlanFrame
  schoolId: string
}>(`select json_build_object(${planFields}) as plan, s.school_id as "schoolId",
    json_build_object('yearStartsOn', y.starts_on, 'yearEndsOn', y.ends_on, 'partnershipStartsOn', p.starts_on, 'partnershipEndsOn', p.ends_on) as frame
  from site_plans s join partnerships p on p.district_id = s.district_id and p.id = s.partnership_id
    join school_years y on y.district_id = s.district_id and y.id = s.school_year_id
  where s.district_id = app_district() and s.id = $1 and ($2::uuid[] is null or s.school_id = any ($2))`)
export const findSitePlan = (db: Db, scope: readonly string[] | null, id: string) => db.one(one, [id, scope])

const frame = statement<{ frame: PlanFrame | null; works: boolean }>(`select
    (select json_build_object('yearStartsOn', y.starts_on, 'yearEndsOn', y.ends_on, 'partnershipStartsOn', p.starts_on, 'partnershipEndsOn', p.ends_on)
      from school_years y where y.district_id = app_district() and y.id = $3) as frame,
    exists (select from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = $2) as works
  from partnerships p where p.district_id = app_district() and p.id = $1 and ($4::uuid[] is null or exists (select from partnership_schools l
    where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = any ($4)))`)
/** What a new plan must fit into; nothing when the partnership may not be seen. */
export const frameOf = (
  db: Db,
  scope: readonly string[] | null,
  partnershipId: string,
  { schoolId, schoolYearId }: NewSitePlan,
) => db.one(frame, [partnershipId, schoolId, schoolYearId, scope])

const insert = statement<{
  id: string
}>(`insert into site_plans (district_id, partnership_id, school_id, school_year_id, liaison_user_id,
    liaison_name, space, weekdays, starts_at, ends_at, starts_on, ends_on, students, notes)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (district_id, partnership_id, school_id, school_year_id) do nothing returning id`)
/** Nothing when the school has a plan for that year already. */
export const insertSitePlan = async (db: Db, partnershipId: string, plan: NewSitePlan) =>
  (
    await db.one(insert, [
      partnershipId,
      plan.schoolId,
      plan.schoolYearId,
      plan.liaisonUserId ?? null,
      plan.liaisonName ?? '',
      plan.space ?? '',
      plan.weekdays ?? [],
      plan.startsAt ?? null,
      plan.endsAt ?? null,
      plan.startsOn ?? null,
      plan.endsOn ?? null,
      plan.students ?? null,
      plan.notes ?? '',
    ])
  )?.id

const fields = {
  liaisonUserId: ['liaison_user_id', 'uuid'],
  liaisonName: ['liaison_name', 'text'],
  space: ['space', 'text'],
  weekdays: ['weekdays', 'text[]'],
  startsAt: ['starts_at', 'time'],
  endsAt: ['ends_at', 'time'],
  startsOn: ['starts_on', 'date'],
  endsOn: ['ends_on', 'date'],
  students: ['students', 'integer'],
  notes: ['notes', 'text'],
} as const
const names = Object.keys(fields) as (keyof typeof fields)[]
const update = statement<{ id: string }>(`update site_plans set ${names
  .map((name, at) => {
    const [column, type] = fields[name]
    return `${column} = case when $3::text[] @> array['${name}'] then $${at + 4}::${type} else ${column} end`
  })
  .join(', ')}
  where district_id = app_district() and id = $1 and version = $2 returning id`)
export const updateSitePlan = async (
  db: Db,
  id: string,
  version: number,
  change: SitePlanChange,
): Promise<boolean> =>
  (await db.one(update, [id, version, Object.keys(change), ...names.map((name) => change[name] ?? null)])) !==
  undefined

const remove = statement('delete from site_plans where district_id = app_district() and id = $1')
export const removeSitePlan = (db: Db, id: string) => db.run(remove, [id])
