import type { BoardFilter, PartnershipFilter } from '@common-table/shared/partnerships/schemas'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { built, written } from '../db/json-sql.ts'
import { filterSql } from './filters.ts'
import { event, item, itemJoins, record, recordJoins } from './record-json.ts'

/** The caller's own schools; null sees every school of the district. */
type Scope = readonly string[] | null

const list = listBy({
  alias: 'p',
  from: 'partnerships p',
  filters: filterSql,
  sorts: {
    name: [
      ['p.name', 'text'],
      ['p.id', 'uuid'],
    ],
    stageSince: [
      ['p.stage_since', 'date'],
      ['p.id', 'uuid'],
    ],
    endsOn: [
      ["coalesce(p.ends_on, 'infinity'::date)", 'date'],
      ['p.id', 'uuid'],
    ],
    studentsReached: [
      ['coalesce(p.students_reached, 0)', 'integer'],
      ['p.id', 'uuid'],
    ],
    schoolCount: [
      ['p.school_count', 'integer'],
      ['p.id', 'uuid'],
    ],
    lastContactOn: [
      ["coalesce(p.last_contact_on, '-infinity'::date)", 'date'],
      ['p.id', 'uuid'],
    ],
  },
  item: written(item),
  joins: itemJoins,
})

/** One stage is an equality the index answers; several are a set. */
const filtersOf = (scope: Scope, { stage, ...filter }: BoardFilter) => ({
  ...filter,
  schools: scope ?? undefined,
  stage: stage?.length === 1 ? stage[0] : undefined,
  stages: stage && stage.length !== 1 ? stage : undefined,
})

export const partnershipsOf = (
  db: Db,
  scope: Scope,
  { cursor: _cursor, limit = 50, sort = 'name', descending = false, ...filter }: PartnershipFilter,
  after: unknown[] | undefined,
): Promise<ListPage> => list(db, { filters: filtersOf(scope, filter), sort, descending, after, limit })

/** Cards shown per column before "show all" leads to the list. */
const cardsPerStage = 30

export const boardOf = async (db: Db, scope: Scope, filter: BoardFilter): Promise<string> => {
  const filters = filtersOf(scope, filter) as Record<string, unknown>
  const used = (Object.keys(filterSql) as (keyof typeof filterSql)[]).filter(
    (name) => filters[name] !== undefined,
  )
  const conditions = used
    .map((name, at) => `and (${filterSql[name].replaceAll('?', `$${at + 1}`)})`)
    .join(' ')
  const row = await db.one(
    statement<{ board: string }>(`with chosen as materialized (
        select p.id, p.district_id, p.stage, coalesce(p.students_reached, 0) as reached,
          row_number() over (partition by p.stage order by p.name, p.id) as place
        from partnerships p where p.district_id = app_district() ${conditions}),
      cards as (select p.stage, json_agg((${written(item)})::json order by c.place) as cards
        from chosen c join partnerships p on p.district_id = c.district_id and p.id = c.id ${itemJoins}
        where c.place <= ${cardsPerStage} group by p.stage)
      select json_agg(json_build_object('stage', s.stage, 'count', coalesce(t.count, 0), 'studentsReached', coalesce(t.reached, 0),
        'cards', coalesce(cards.cards, '[]'::json)) order by s.place)::text as board
      from unnest('{exploring,forming,active,expanding,renewing,paused,ended}'::text[]) with ordinality s (stage, place)
      left join (select stage, count(*)::integer as count, sum(reached)::integer as reached from chosen group by stage) t using (stage)
      left join cards using (stage)`),
    used.map((name) => filters[name]),
  )
  return row!.board // an aggregate without group by always answers one row
}

const recordWhere = (condition: string) =>
  statement<{
    partnership: string
    version: number
    stage: string
  }>(`select ${built(record)} as partnership, p.version, p.stage
  from partnerships p ${recordJoins}
  where p.district_id = app_district() and p.id = $1 ${condition}`)
const one = recordWhere('')
const oneOfOwnSchools = recordWhere(`and ${filterSql.schools.replace('?', '$2')}`)

export const findPartnership = (db: Db, scope: Scope, partnershipId: string) =>
  scope === null ? db.one(one, [partnershipId]) : db.one(oneOfOwnSchools, [partnershipId, scope])

/** The record as the end of a write. */
export const readLast = (db: Db, partnershipId: string) => db.final(one, [partnershipId])

const timeline = listBy({
  alias: 'e',
  from: 'partnership_events e',
  filters: { partnershipId: 'e.partnership_id = ?::uuid' },
  sorts: { newest: [['e.id', 'uuid']] },
  item: written(event),
})

export const timelineOf = (db: Db, partnershipId: string, limit: number, after: unknown[] | undefined) =>
  timeline(db, { filters: { partnershipId }, sort: 'newest', descending: true, after, limit })

const insertEvent = statement<{ entry: string }>(`with e as (
    insert into partnership_events (district_id, partnership_id, kind, happened_on, body, author_id, author_name)
    values (app_district(), $1, $2, $3, $4, $5, $6) returning *)
  select ${written(event)} as entry from e`)

export const addEntry = async (
  db: Db,
  partnershipId: string,
  entry: { kind: string; happenedOn: string; body: string },
  author: { id: string | null; name: string },
): Promise<string> =>
  (await db.one(insertEvent, [
    partnershipId,
    entry.kind,
    entry.happenedOn,
    entry.body,
    author.id,
    author.name,
  ]))!.entry // an insert returns its row

const leads = statement<{
  leads: string
}>(`select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')::text as leads
  from users where district_id = app_district() and status = 'active' and role in ('admin', 'director', 'coordinator', 'school')`)

/** Who can lead a partnership: active people who work with partners. */
export const leadsOf = async (db: Db): Promise<string> => (await db.one(leads))?.leads ?? '[]'
