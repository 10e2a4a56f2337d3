import type { ProspectBoardFilter, ProspectFilter } from '@common-table/shared/pipeline/prospect-schemas'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { prospectFields, prospectFilters, prospectJoins, stepJson } from './prospect-json.ts'

/** The caller's own schools; null sees every prospect. */
type Scope = readonly string[] | null

const list = listBy({
  alias: 'x',
  from: 'prospects x join organizations n on n.district_id = x.district_id and n.id = x.organization_id',
  filters: prospectFilters,
  sorts: {
    priority: [
      [
        "array_position('{talking,willing,contacted,identified,joined,declined}'::text[], x.stage)",
        'integer',
      ],
      ['x.priority', 'smallint'],
      ['x.id', 'uuid'],
    ],
    organization: [
      ['n.name', 'text'],
      ['x.id', 'uuid'],
    ],
    lastContact: [
      ["coalesce(x.last_contact_on, '-infinity'::date)", 'date'],
      ['x.id', 'uuid'],
    ],
    nextStep: [
      ["coalesce(x.next_on, 'infinity'::date)", 'date'],
      ['x.id', 'uuid'],
    ],
  },
  item: `json_build_object(${prospectFields})`,
  joins: prospectJoins,
})

const some = <T>(values: T[] | undefined): T[] | undefined => (values?.length ? values : undefined)
const filtersOf = (scope: Scope, { q, stage, sector, ...filter }: ProspectBoardFilter) => ({
  ...filter,
  schools: scope ?? undefined,
  q: q?.trim() || undefined,
  stage: some(stage),
  sector: some(sector),
})

export const prospectsOf = (
  db: Db,
  scope: Scope,
  { cursor: _cursor, limit = 50, sort = 'priority', descending = false, ...filter }: ProspectFilter,
  after: unknown[] | undefined,
): Promise<ListPage> => list(db, { filters: filtersOf(scope, filter), sort, descending, after, limit })

/** Cards shown per column before "show all" leads to the list. */
const cardsPerStage = 30

export const prospectBoardOf = async (db: Db, scope: Scope, filter: ProspectBoardFilter): Promise<string> => {
  const filters = filtersOf(scope, filter) as Record<string, unknown>
  const used = (Object.keys(prospectFilters) as (keyof typeof prospectFilters)[]).filter(
    (name) => filters[name] !== undefined,
  )
  const conditions = used
    .map((name, at) => `and (${prospectFilters[name].replaceAll('?', `$${at + 1}`)})`)
    .join(' ')
  const row = await db.one(
    statement<{ board: string }>(`with chosen as materialized (
        select x.id, x.stage, row_number() over (partition by x.stage
          order by coalesce(x.next_on, 'infinity'::date), x.priority, x.id) as place
        from prospects x where x.district_id = app_district() ${conditions}),
      cards as (select x.stage, json_agg(json_build_object(${prospectFields}) order by c.place) as cards
        from chosen c join prospects x on x.district_id = app_district() and x.id = c.id ${prospectJoins}
        where c.place <= ${cardsPerStage} group by x.stage)
      select json_agg(json_build_object('stage', s.stage, 'count', coalesce(t.count, 0),
        'cards', coalesce(cards.cards, '[]'::json)) order by s.place)::text as board
      from unnest('{identified,contacted,talking,willing,joined,declined}'::text[]) with ordinality s (stage, place)
      left join (select stage, count(*)::integer as count from chosen group by stage) t using (stage)
      left join cards using (stage)`),
    used.map((name) => filters[name]),
  )
  return row!.board // an aggregate without group by always answers one row
}

const one = statement<{
  prospect: string
  version: number
}>(`select x.version, (json_build_object(${prospectFields},
    'approach', x.approach, 'categoryIds', x.category_ids,
    'contact', (select json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone)
      from contacts c where c.district_id = x.district_id and c.id = x.contact_id),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
      from prospect_schools l join schools s on s.district_id = l.district_id and s.id = l.school_id
      where l.district_id = x.district_id and l.prospect_id = x.id),
    'knownBy', (select coalesce(json_agg(json_build_object('id', a.id, 'name', coalesce(w.name, k.name, a.knower_name),
        'closeness', a.closeness, 'contactName', c.name)
        order by array_position('{close,works_with,met}'::text[], a.closeness), coalesce(w.name, k.name, a.knower_name)), '[]')
      from acquaintances a left join users w on w.district_id = a.district_id and w.id = a.user_id
        left join contacts k on k.district_id = a.district_id and k.id = a.knower_contact_id
        left join contacts c on c.district_id = a.district_id and c.id = a.contact_id
      where a.district_id = x.district_id and a.organization_id = x.organization_id),
    'steps', (select coalesce(json_agg(${stepJson('t')} order by t.position, t.id), '[]') from outreach_steps t
      where t.district_id = x.district_id and t.prospect_id = x.id),
    'partnership', (select json_build_object('id', p.id, 'name', p.name) from partnerships p
      where p.district_id = x.district_id and p.id = x.partnership_id)))::text as prospect
  from prospects x ${prospectJoins}
  where x.district_id = app_district() and x.id = $1
    and ($2::uuid[] is null or exists (select from prospect_schools s
      where s.district_id = x.district_id and s.prospect_id = x.id and s.school_id = any ($2)))`)

export const findProspect = (db: Db, scope: Scope, id: string) => db.one(one, [id, scope])
