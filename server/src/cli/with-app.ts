import { assemble } from '../boot/assemble.ts'
import { checkDatabase } from '../boot/check-database.ts'
import { readyDataFolder } from '../boot/data-folder.ts'
import { openDatabase } from '../boot/database.ts'
import { Endings } from '../boot/endings.ts'
import { migrate, migrations } from '../db/migrate.ts'
import { readSettings } from '../settings.ts'
import type { CliContext } from './command.ts'

/** Runs `work` with the application on the database of the settings, beside a running server or without one. */
export const withApp = async (work: (context: CliContext) => Promise<void>): Promise<void> => {
  const say = (line: string): void => console.log(line)
  const endings = new Endings()
  try {
    const settings = readSettings(process.env)
    const dataDir = await readyDataFolder(settings.dataDir)
    const database = await openDatabase(settings, dataDir, () => undefined)
    endings.push(database.stop)
    await checkDatabase(database.appUrl)
    await migrate(database.ownerUrl, migrations, say)
    const app = await assemble({ settings, dataDir, database, endings })
    await work({ app, ownerUrl: database.ownerUrl, say })
  } finally {
    await endings.run()
  }
}
