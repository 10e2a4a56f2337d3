import pg from 'pg'
import { jwtSecret, type BenchDatabase } from './bench-database.ts'
import { launch, withRunning, type Running } from './launch.ts'
import { districtId } from './load.ts'
import { rowOf } from './table.ts'

export const firstLookName = 'what waits today, first look after a write'

const list = '/partnerships?stage=active&sort=name&limit=50'
const looks = 60

const change = (table: string, what: string): string =>
  `update ${table} set ${what} where district_id = $1
     and id = (select id from ${table} where district_id = $1 order by id offset (random() * 400)::integer limit 1)`
/** One of what people write all day, each with what it has the Today page find anew. */
const writes: readonly (readonly [what: string, sql: string])[] = [
  ['a contact', change('partnerships', 'last_contact_on = current_date')],
  ['a promise put off', change('obligation_dues', 'due_on = due_on + 1')],
  ['a link used', change('links', 'use_count = use_count + 1')],
  ['an action done', change('meeting_actions', 'done_on = current_date')],
  ['a check-in held', change('meetings', 'day = current_date')],
  ['an agreement edited', change('agreements', "title = title || '.'")],
  ['a document’s end', change('compliance_documents', 'expires_on = expires_on + 1')],
  ['a need edited', change('needs', 'severity = 1 + severity % 5')],
  ['a partnership renamed', change('partnerships', "name = name || '.'")],
  [
    'a district’s setting',
    'update districts set going_cold_days = 30 + (going_cold_days + 1) % 60 where id = $1',
  ],
]

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** One caller who looks right after each write, at the list and at what waits today in turn: what memory cannot answer. */
export const compareFirstLook = ({ adminUrl, appUrl }: BenchDatabase): Promise<string> =>
  withRunning([launch('product.ts', appUrl, jwtSecret)], async ([server]) => {
    const { port, token } = server as Running
    const writer = new pg.Client({ connectionString: adminUrl })
    await writer.connect()
    const took = async (path: string, write: string): Promise<number> => {
      await writer.query(write, [districtId])
      const began = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`)
      return performance.now() - began
    }
    const all: [number[], number[]] = [[], []]
    for (const [what, write] of writes) {
      const times: [number[], number[]] = [[], []]
      for (let n = 0; n < looks; n++) {
        times[0].push(await took(list, write))
        times[1].push(await took('/today', write))
      }
      for (const at of [0, 1] as const) all[at].push(...times[at])
      const [low, own] = times.map(middle) as [number, number]
      console.log(
        rowOf(
          `${firstLookName}: ${what}`,
          'list → today',
          '–',
          `${low.toFixed(2)} → ${own.toFixed(2)}`,
          '–',
          `**${(low / own).toFixed(2)}**`,
        ),
      )
    }
    await writer.end()
    const [low, own] = all.map((times) => times.reduce((sum, time) => sum + time, 0)) as [number, number]
    return `${firstLookName}, all of them in turn: ${(low / own).toFixed(2)} of the own list (≥ 0.50).`
  })
