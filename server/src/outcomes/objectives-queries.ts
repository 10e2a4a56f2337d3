import type { ObjectiveChange } from '@common-table/shared/outcomes/objective-schemas'
import type { ObjectiveRule } from '@common-table/shared/outcomes/objectives'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface StoredObjective {
  id: string
  rule: ObjectiveRule
  baselineValue: number | null
  baselineOn: string | null
  targetValue: number
  dueSet: string | null
  active: boolean
  today: string
  version: number
}
const columns = `o.id, o.rule, o.baseline_value as "baselineValue", o.baseline_on::text as "baselineOn",
  o.target_value as "targetValue", o.due_on::text as "dueSet", o.active, o.version,
  (now() at time zone d.time_zone)::date::text as today`
const from = 'from objectives o join districts d on d.id = o.district_id where o.district_id = app_district()'
const all = statement<StoredObjective>(`select ${columns} ${from} order by o.rule`)
export const objectivesOf = (db: Db) => db.many(all)
const one = statement<StoredObjective>(`select ${columns} ${from} and o.id = $1`)
export const objectiveOf = (db: Db, id: string) => db.one(one, [id])

const update = statement<StoredObjective>(`with o as (
    update objectives set target_value = coalesce($3, target_value),
      baseline_value = case when $4 then $5::double precision else baseline_value end,
      baseline_on = case when $6 then $7::date else baseline_on end,
      due_on = case when $8 then $9::date else due_on end, active = coalesce($10, active)
    where district_id = app_district() and id = $1 and version = $2 returning *
  )
  select ${columns} from o join districts d on d.id = o.district_id`)
/** Answers nothing when `version` is not current any more. */
export const updateObjective = (db: Db, id: string, version: number, change: ObjectiveChange) =>
  db.one(update, [
    id,
    version,
    change.targetValue ?? null,
    change.baselineValue !== undefined,
    change.baselineValue ?? null,
    change.baselineOn !== undefined,
    change.baselineOn ?? null,
    change.dueOn !== undefined,
    change.dueOn ?? null,
    change.active ?? null,
  ])
