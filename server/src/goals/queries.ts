import type { NewGoalNode } from '@common-table/shared/goals/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Named {
  id: string
  name: string
}
export interface StoredNode {
  id: string
  goalId: string
  strategyId: string | null
  kind: 'strategy' | 'objective'
  title: string
  owner: Named | null
  objectiveId: string | null
  targetId: string | null
  activities: { held: number; planned: number } | null
  version: number
}
export interface StoredTree {
  goals: { id: string; title: string; description: string; owner: Named | null; version: number }[]
  nodes: StoredNode[]
}
const owner = (of: string): string => `(select json_build_object('id', u.id, 'name', u.name) from users u
  where u.district_id = ${of}.district_id and u.id = ${of}.owner_id)`
// What is measured by the target of another school is not a school-based reader's to see.
const tree = statement<{ tree: string }>(`select json_build_object(
    'goals', (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'description', g.description,
        'owner', ${owner('g')}, 'version', g.version) order by g.position, g.id), '[]')
      from priorities g where g.district_id = app_district() and g.active),
    'nodes', (select coalesce(json_agg(json_build_object('id', n.id, 'goalId', n.priority_id, 'strategyId', n.strategy_id,
        'kind', n.kind, 'title', n.title, 'owner', ${owner('n')}, 'objectiveId', n.objective_id, 'targetId', n.target_id,
        'activities', case n.kind when 'strategy' then (select json_build_object('held', count(*) filter (where a.status = 'held'),
            'planned', count(*) filter (where a.status = 'planned'))
          from activities a, school_years y
          where a.district_id = n.district_id and a.strategy_id = n.id and y.district_id = n.district_id and y.id = present_school_year()
            and a.happens_on between y.starts_on and y.ends_on and ($1::uuid[] is null or a.school_id is null or a.school_id = any ($1))) end,
        'version', n.version) order by n.position, n.id), '[]')
      from goal_nodes n left join targets t on t.district_id = n.district_id and t.id = n.target_id
      where n.district_id = app_district() and ($1::uuid[] is null or t.school_id is null or t.school_id = any ($1))))::text as tree`)
export const storedTree = async (db: Db, scope: readonly string[] | null): Promise<StoredTree> =>
  JSON.parse((await db.one(tree, [scope]))!.tree) as StoredTree // one row; the shape is the statement's

export interface Points {
  goal: boolean
  strategy: boolean
  owner: boolean
  objective: boolean
  target: boolean
}
const there = (table: string, place: string, more = ''): string =>
  `(${place}::uuid is null or exists (select from ${table} x where x.district_id = app_district() and x.id = ${place}${more}))`
const points = statement<Points>(`select ${there('priorities', '$1')} as goal,
  ${there('goal_nodes', '$2', " and x.kind = 'strategy' and ($1::uuid is null or x.priority_id = $1)")} as strategy,
  ${there('users', '$3')} as owner, ${there('objectives', '$4')} as objective, ${there('targets', '$5')} as target`)
/** Whether the records a node points at are there. */
export const pointsOf = async (
  db: Db,
  { goalId, strategyId, ownerId, objectiveId, targetId }: Partial<NewGoalNode>,
): Promise<Points> =>
  (await db.one(points, [
    goalId ?? null,
    strategyId ?? null,
    ownerId ?? null,
    objectiveId ?? null,
    targetId ?? null,
  ]))! // one row

const insert =
  statement(`insert into goal_nodes (district_id, priority_id, strategy_id, kind, title, owner_id, objective_id, target_id, position)
  select app_district(), $1, $2, case when $2::uuid is null then 'strategy' else 'objective' end, $3, $4, $5, $6,
    coalesce((select max(n.position) + 1 from goal_nodes n where n.district_id = app_district() and n.priority_id = $1
      and n.strategy_id is not distinct from $2), 0)`)
export const insertNode = (
  db: Db,
  { goalId, strategyId, title, ownerId, objectiveId, targetId }: NewGoalNode,
) =>
  db.run(insert, [
    goalId,
    strategyId ?? null,
    title.trim(),
    ownerId ?? null,
    objectiveId ?? null,
    targetId ?? null,
  ])

export interface HeldNode {
  kind: 'strategy' | 'objective'
  title: string
  ownerId: string | null
  objectiveId: string | null
  targetId: string | null
  version: number
}
const held = statement<HeldNode>(`select kind, title, owner_id as "ownerId", objective_id as "objectiveId",
    target_id as "targetId", version
  from goal_nodes where district_id = app_district() and id = $1 for no key update`)
export const heldNode = (db: Db, id: string) => db.one(held, [id])

const update = statement(`update goal_nodes set title = $2, owner_id = $3, objective_id = $4, target_id = $5
  where district_id = app_district() and id = $1
    and (title, owner_id, objective_id, target_id) is distinct from ($2, $3::uuid, $4::uuid, $5::uuid)`)
export const updateNode = (db: Db, id: string, { title, ownerId, objectiveId, targetId }: HeldNode) =>
  db.run(update, [id, title.trim(), ownerId, objectiveId, targetId])

// Siblings are counted anew, so that two places are never the same; the one moved trades places with its neighbour.
const move = statement(`with siblings as (
    select n.id, row_number() over (order by n.position, n.id) as place
    from goal_nodes n join goal_nodes m on m.district_id = n.district_id and m.id = $1 and n.priority_id = m.priority_id
      and n.strategy_id is not distinct from m.strategy_id
    where n.district_id = app_district()
  ), here as (select place from siblings where id = $1),
  wanted as (
    select s.id, case when s.place = h.place and exists (select from siblings x where x.place = h.place + $2) then h.place + $2
      when s.place = h.place + $2 then h.place else s.place end as place
    from siblings s cross join here h
  )
  update goal_nodes n set position = w.place from wanted w
  where n.district_id = app_district() and n.id = w.id and n.position <> w.place`)
export const moveNode = (db: Db, id: string, by: number) => db.run(move, [id, by])

const remove = statement('delete from goal_nodes where district_id = app_district() and id = $1')
export const deleteNode = (db: Db, id: string) => db.run(remove, [id])

const setOwner = statement(`update priorities set owner_id = $2 where district_id = app_district() and id = $1
  and owner_id is distinct from $2::uuid`)
export const setOwnerOf = (db: Db, goalId: string, ownerId: string | null) =>
  db.run(setOwner, [goalId, ownerId])
