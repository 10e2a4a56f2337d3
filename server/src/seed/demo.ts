import { Client } from 'pg'
import { addDemoPeople } from './demo-people.ts'

export interface DemoOptions {
  /** The role that owns the tables: only it may make a district. */
  readonly ownerUrl: string
  /** Asked for only when the people are really made. */
  readonly password: () => Promise<string>
  readonly log: (line: string) => void
}

/**
 * Makes the fictional district and its people when the installation holds no district yet; true when it did.
 * One transaction under a lock: two first starts make one, and a start cut off makes none.
 */
export const seedDemo = async ({ ownerUrl, password, log }: DemoOptions): Promise<boolean> => {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('lock table districts in share row exclusive mode')
    const { rowCount } = await client.query('select from districts limit 1')
    if (rowCount) return false
    const { rows } = await client.query<{ id: string }>(
      `insert into districts (name, short_name, website, is_demo)
       values ('Riverbend Unified School District', 'Riverbend', 'https://riverbend.example', true) returning id`,
    )
    await addDemoPeople(client, rows[0]!.id, await password()) // the insert returns its row
    await client.query('commit')
    log('Made the fictional district “Riverbend Unified School District”.')
    return true
  } finally {
    await client.end()
  }
}
