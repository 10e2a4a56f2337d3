import type { Settings } from '../settings.ts'
import { type Embedded, startEmbedded } from './embedded-postgres/start-embedded.ts'
import { prepareGiven } from './given-database.ts'

export interface Database {
  /** Migrates and seeds. */
  readonly ownerUrl: string
  /** Serves: owns nothing, bypasses nothing. */
  readonly appUrl: string
  /** Where the rows are, for people. */
  readonly where: string
  readonly stop: () => Promise<void>
  readonly stopNow: () => void
  /** Called when an embedded server died and could not be brought back. */
  readonly onLost: (listener: (reason: Error) => void) => void
}

const nothing = (): void => undefined

const given = async (url: string, adminUrl: string | undefined): Promise<Database> => {
  const { host, pathname } = new URL(url)
  return {
    ...(await prepareGiven(url, adminUrl)),
    where: `the database ${pathname.slice(1)} at ${host}`,
    stop: async () => undefined,
    stopNow: nothing,
    onLost: nothing,
  }
}

const embedded = (server: Embedded): Database => ({
  ownerUrl: server.ownerUrl,
  appUrl: server.appUrl,
  where: server.folder,
  stop: server.stop,
  stopNow: server.stopNow,
  onLost: (listener) =>
    server.onDeath((aftermath) => {
      if (aftermath !== 'restarted') listener(aftermath)
    }),
})

/** The database of the settings: the one they name, else the embedded one in the data folder. */
export const openDatabase = async (
  settings: Settings,
  dataDir: string,
  log: (line: string) => void,
): Promise<Database> => {
  if (settings.databaseUrl) return given(settings.databaseUrl, settings.databaseAdminUrl)
  return embedded(await startEmbedded({ dataDir, log, mayMoveOut: !process.env.DATA_DIR }))
}
