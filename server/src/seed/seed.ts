import { parseArgs } from 'node:util'
import { assemble } from '../boot/assemble.ts'
import { readyDataFolder } from '../boot/data-folder.ts'
import { openDatabase } from '../boot/database.ts'
import { readyDemo } from '../boot/demo.ts'
import { Endings } from '../boot/endings.ts'
import { BootFailure } from '../boot/failure.ts'
import { migrate, migrations } from '../db/migrate.ts'
import { readSettings } from '../settings.ts'
import { demoSchools } from './demo-schools.ts'
import { fillDistrict } from './fill-district.ts'

const say = (line: string): void => console.log(line)

const wantedSchools = (): number => {
  const { values } = parseArgs({ options: { schools: { type: 'string' } } })
  const count = Number(values.schools ?? demoSchools.length)
  if (!Number.isInteger(count) || count < 1 || count > 100_000)
    throw new BootFailure('--schools must be a whole number from 1 to 100000, as in: pnpm seed --schools 200')
  return count
}

/** Makes the fictional district as large as asked for; a second run adds what is missing and changes nothing else. */
const seed = async (endings: Endings): Promise<void> => {
  const schools = wantedSchools()
  const settings = readSettings(process.env)
  const dataDir = await readyDataFolder(settings.dataDir)
  const database = await openDatabase(settings, dataDir, say)
  endings.push(database.stop)
  await migrate(database.ownerUrl, migrations, say)
  const app = await assemble({ settings, dataDir, database, endings })
  const demo = await readyDemo({ settings, dataDir, ownerUrl: database.ownerUrl, app, log: say })
  if (!demo)
    throw new BootFailure(
      'There is no fictional district here, and none is made beside a real one or in production. Use another DATA_DIR, or set DEMO=on for an empty installation.',
    )
  const today = new Date().toISOString().slice(0, 10)
  await fillDistrict({ ...app, districtId: demo.districtId, schools, today, log: say })
}

const endings = new Endings()
try {
  await seed(endings)
} catch (error) {
  console.error(error instanceof BootFailure ? error.message : error)
  process.exitCode = 1
} finally {
  await endings.run().catch(() => undefined)
}
