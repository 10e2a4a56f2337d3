import { hash } from '@node-rs/argon2'
import { Client } from 'pg'

/** Who can sign in to the fictional district, one of each role. */
export const demoPeople = [
  { email: 'admin@demo.example', name: 'Amara Osei', role: 'admin', title: 'District administrator' },
  {
    email: 'director@demo.example',
    name: 'Daniel Whitcomb',
    role: 'director',
    title: 'Director of partnerships',
  },
  {
    email: 'coordinator@demo.example',
    name: 'Carmen Ibarra',
    role: 'coordinator',
    title: 'Partnership coordinator',
  },
  { email: 'principal@demo.example', name: 'Priya Raman', role: 'school', title: 'Principal' },
  { email: 'analyst@demo.example', name: 'Anton Lindqvist', role: 'analyst', title: 'Research analyst' },
  { email: 'steward@demo.example', name: 'Soledad Vega', role: 'steward', title: 'Data steward' },
  { email: 'viewer@demo.example', name: 'Victor Tan', role: 'viewer', title: 'Superintendent' },
] as const

export interface DemoOptions {
  /** The role that owns the tables: only it may make a district. */
  readonly ownerUrl: string
  readonly password: string
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
    for (const { email, name, role, title } of demoPeople)
      await client.query(
        `insert into users (district_id, email, name, title, role, status, password_hash)
         values ($1, $2, $3, $4, $5, 'active', $6)`,
        [rows[0]!.id, email, name, title, role, await hash(password)], // the insert returns its row
      )
    await client.query('commit')
    log('Made the fictional district “Riverbend Unified School District”.')
    return true
  } finally {
    await client.end()
  }
}

/** Whether this installation is the demonstration: its people are printed at each start. */
export const isDemo = async (ownerUrl: string): Promise<boolean> => {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  const found = await client.query('select from districts where is_demo limit 1').finally(() => client.end())
  return found.rowCount === 1
}
