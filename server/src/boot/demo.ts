import { giveDemoPassword } from '../seed/demo-people.ts'
import { seedDemo } from '../seed/demo.ts'
import { demoSchools } from '../seed/demo-schools.ts'
import { fillOnce } from '../seed/fill-district.ts'
import type { CommonTable } from '../app.ts'
import type { Settings } from '../settings.ts'
import { withDatabase } from './given-database.ts'
import { findSecret, keptSecret, replaceSecret } from './secrets.ts'

export interface Demo {
  readonly districtId: string
  /** Absent when another installation made the people: only it knows. */
  readonly password?: string
}

const name = 'demo-password'

/** Production makes demo people only when told to: their addresses are known to everyone. */
const wanted = ({ demo, nodeEnv }: Settings): boolean =>
  demo === 'on' || (demo === 'auto' && nodeEnv !== 'production')

interface DemoOptions {
  readonly settings: Settings
  readonly dataDir: string
  readonly ownerUrl: string
  readonly app: CommonTable
  readonly log: (line: string) => void
}

/** Seeds on the first run, and gives back how the demo people sign in when this installation has them. */
export const readyDemo = async ({
  settings,
  dataDir,
  ownerUrl,
  app: { http, services },
  log,
}: DemoOptions): Promise<Demo | undefined> => {
  if (!wanted(settings)) return undefined
  const chosen = settings.demoPassword
  const district = await seedDemo({
    ownerUrl,
    services,
    log,
    password: async () => chosen ?? keptSecret(dataDir, name),
  })
  if (!district) return undefined
  const today = new Date().toISOString().slice(0, 10)
  await fillOnce({ http, services, districtId: district, schools: demoSchools.length, today, log })
  if (chosen && chosen !== (await findSecret(dataDir, name))) {
    await withDatabase('DATABASE_URL', ownerUrl, (client) => giveDemoPassword(client, chosen))
    await replaceSecret(dataDir, name, chosen)
  }
  const password = await findSecret(dataDir, name)
  return { districtId: district, ...(password !== undefined && { password }) }
}
