import type { PlacementPlan, PlanSettings } from '@common-table/shared/placement/schemas'
import type { SolveProgress } from './solve-figures.ts'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

// What a plan's own acceptances change is no reason to compute it anew: they leave their moment in `moved_at`.
const changed = (table: string, condition = ''): string => `(select count(*) from ${table} x
    where x.district_id = app_district() and x.updated_at > p.data_as_of ${condition}
      and not exists (select from placement_rows m where m.district_id = app_district() and m.plan_id = p.id and m.moved_at = x.updated_at))`

const planJson = `json_build_object('id', p.id, 'status', p.status, 'settings', p.settings, 'size', p.size,
  'dataAsOf', ${utc('p.data_as_of')}, 'computedAt', ${utc('p.computed_at')}, 'seconds', p.seconds, 'value', p.value, 'bound', p.bound,
  'gap', p.gap, 'proved', p.proved, 'comparison', p.comparison, 'failure', p.failure,
  'rows', (select json_build_object('all', count(*), 'open', count(*) filter (where r.decision = 'open'),
      'accepted', count(*) filter (where r.decision = 'accepted'), 'skipped', count(*) filter (where r.decision = 'skipped'),
      'studentsAccepted', coalesce(sum(r.accepted), 0))
    from placement_rows r where r.district_id = app_district() and r.plan_id = p.id),
  'changedSince', json_build_object(
    'needs', case when p.status = 'ready' then ${changed('needs', "and x.status <> 'suggested'")} else 0 end,
    'services', case when p.status = 'ready' then ${changed('services')} + ${changed('service_sites')} else 0 end,
    'partnerships', case when p.status = 'ready' then ${changed('partnerships')} else 0 end,
    'equity', p.status = 'ready' and exists (select from equity_versions e where e.district_id = app_district() and e.created_at > p.data_as_of)),
  'createdByName', p.created_by_name, 'createdAt', ${utc('p.created_at')}, 'version', p.version)`

const plans = statement<{
  items: string
}>(`select coalesce(json_agg(${planJson} order by p.id desc), '[]')::text as items
  from (select * from placement_plans where district_id = app_district() order by id desc limit 20) p`)
export const plansOf = async (db: Db): Promise<string> => (await db.one(plans))!.items // an aggregate is one row

const plan = statement<{
  plan: string
  version: number
  status: PlacementPlan['status']
}>(`select (${planJson})::text as plan, p.version, p.status
  from placement_plans p where p.district_id = app_district() and p.id = $1`)
export const planOf = (db: Db, planId: string) => db.one(plan, [planId])

const begin = statement<{
  id: string
}>(`insert into placement_plans (district_id, settings, created_by, created_by_name)
  select app_district(), $1::jsonb, $2, $3
  where not exists (select from placement_plans where district_id = app_district() and status in ('waiting', 'computing'))
  on conflict do nothing returning id`)
/** Undefined when one is under way already. */
export const beginPlan = async (
  db: Db,
  settings: PlanSettings,
  by: { id: string | null; name: string },
): Promise<string | undefined> => (await db.one(begin, [JSON.stringify(settings), by.id, by.name]))?.id

const cancel = statement(`update placement_plans set status = 'cancelled', computed_at = now()
  where district_id = app_district() and id = $1 and status in ('waiting', 'computing')`)
export const cancelPlan = async (db: Db, planId: string): Promise<boolean> =>
  (await db.run(cancel, [planId])) > 0

const take = statement<{ settings: PlanSettings }>(`update placement_plans set status = 'computing'
  where district_id = app_district() and id = $1 and status in ('waiting', 'computing') returning settings`)
/** What is to be computed; undefined when nobody wants it any more. */
export const takePlan = async (db: Db, planId: string): Promise<PlanSettings | undefined> =>
  (await db.one(take, [planId]))?.settings

const tell = statement<{
  wanted: boolean
}>(`select p.status = 'computing' as wanted, pg_notify('placements', $2)
  from placement_plans p where p.district_id = app_district() and p.id = $1`)
/** Tells how far it is; answers whether it is still wanted. */
export const tellProgress = async (
  db: Db,
  planId: string,
  progress: SolveProgress | undefined,
): Promise<boolean> =>
  (await db.one(tell, [planId, JSON.stringify({ id: planId, ...progress })]))?.wanted ?? false

const fail = statement(`update placement_plans set status = 'failed', failure = $2, computed_at = now()
  where district_id = app_district() and id = $1 and status = 'computing'`)
export const failPlan = (db: Db, planId: string, failure: string) => db.run(fail, [planId, failure])

const finish = statement<{
  id: string
}>(`update placement_plans set status = 'ready', size = $2::jsonb, data_as_of = $3::timestamptz, computed_at = now(),
    seconds = $4, value = $5, bound = $6, gap = $7, proved = $8, comparison = $9::jsonb
  where district_id = app_district() and id = $1 and status = 'computing' returning id`)
const insertRows =
  bulkStatement(`insert into placement_rows (district_id, plan_id, need_id, service_id, organization_id, school_id, category_id, equity_tier,
    students, unmet, weight, metres, score, reasons)
  select app_district(), $1, r."needId", r."serviceId", r."organizationId", r."schoolId", r."categoryId", r."equityTier", r.students, r.unmet,
    r.weight, r.metres, r.score, r.reasons
  from json_to_recordset($2::json) as r ("needId" uuid, "serviceId" uuid, "organizationId" uuid, "schoolId" uuid, "categoryId" uuid, "equityTier" text,
    students integer, unmet integer, weight double precision, metres integer, score integer, reasons jsonb)`)

export type FinishedPlan = Pick<
  PlacementPlan,
  'size' | 'value' | 'bound' | 'gap' | 'proved' | 'comparison' | 'seconds'
> & {
  asOf: string
  rows: readonly object[]
}
/** Keeps a plan with its rows; false when it was called off meanwhile, and nothing of it stays. */
export const finishPlan = async (db: Db, planId: string, plan: FinishedPlan): Promise<boolean> => {
  const { size, asOf, seconds, value, bound, gap, proved, comparison, rows } = plan
  const figures = [seconds, value, bound, gap, proved, JSON.stringify(comparison)]
  if (!(await db.one(finish, [planId, JSON.stringify(size), asOf, ...figures]))) return false
  await db.run(insertRows, [planId, JSON.stringify(rows)])
  return true
}
