import { Client } from 'pg'
import { foundDistrict } from '../district/found-district.ts'
import type { Services } from '../http/services.ts'
import { addDemoPeople } from './demo-people.ts'

export interface DemoOptions {
  /** The role that owns the tables: only it may make a district. */
  readonly ownerUrl: string
  readonly services: Services
  /** Asked for only when the people are really made. */
  readonly password: () => Promise<string>
  readonly log: (line: string) => void
}

interface District {
  readonly id: string
  readonly is_demo: boolean
}

/** One transaction under a lock: two first starts make one district, and a start cut off makes none. */
const demoDistrict = async ({ ownerUrl, password, log }: DemoOptions): Promise<string | undefined> => {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('lock table districts in share row exclusive mode')
    const existing = await client.query<District>(
      'select id, is_demo from districts order by is_demo desc limit 1',
    )
    const [district] = existing.rows
    if (district) return district.is_demo ? district.id : undefined
    const { rows } = await client.query<District>(
      `insert into districts (name, short_name, website, is_demo)
       values ('Riverbend Public Schools', 'Riverbend', 'https://riverbend.example', true) returning id`,
    )
    const { id } = rows[0]! // the insert returns its row
    await addDemoPeople(client, id, await password())
    await client.query('commit')
    log('Made the fictional district “Riverbend Public Schools”.')
    return id
  } finally {
    await client.end()
  }
}

/**
 * The fictional district with its people and vocabulary, made when the installation holds no district yet.
 * Gives back its id, or nothing where real districts live. Repeatable: what is there already stays as it is.
 */
export const seedDemo = async (options: DemoOptions): Promise<string | undefined> => {
  const id = await demoDistrict(options)
  if (id) await foundDistrict(options.services, id, { today: new Date().toISOString().slice(0, 10) })
  return id
}
