import { giveDemoPassword } from '../seed/demo-people.ts'
import { seedDemo } from '../seed/demo.ts'
import type { Settings } from '../settings.ts'
import { withDatabase } from './given-database.ts'
import { findSecret, keptSecret, replaceSecret } from './secrets.ts'

export interface Demo {
  /** Absent when another installation made the people: only it knows. */
  readonly password?: string
}

const name = 'demo-password'

/** Production makes demo people only when told to: their addresses are known to everyone. */
const wanted = ({ demo, nodeEnv }: Settings): boolean =>
  demo === 'on' || (demo === 'auto' && nodeEnv !== 'production')

/** Seeds on the first run, and gives back how the demo people sign in when this installation has them. */
export const readyDemo = async (
  settings: Settings,
  dataDir: string,
  ownerUrl: string,
  log: (line: string) => void,
): Promise<Demo | undefined> => {
  if (!wanted(settings)) return undefined
  const chosen = settings.demoPassword
  await seedDemo({
    ownerUrl,
    log,
    password: async () => chosen ?? keptSecret(dataDir, name),
  })
  return withDatabase('DATABASE_URL', ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from districts where is_demo limit 1')
    if (!rowCount) return undefined
    if (chosen && chosen !== (await findSecret(dataDir, name))) {
      await giveDemoPassword(client, chosen)
      await replaceSecret(dataDir, name, chosen)
    }
    const password = await findSecret(dataDir, name)
    return password === undefined ? {} : { password }
  })
}
