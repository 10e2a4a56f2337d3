import type { Settings } from '../settings.ts'
import type { Db } from '../db/db.ts'
import type { Listener } from '../db/listener.ts'
import type { Author, Writer } from '../db/transactions.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { TokenClaims } from './actor.ts'
import type { Cursors } from './cursors.ts'
import type { Vault } from './vault.ts'

/** What the composition gives to handlers beside the database. Nothing here knows a feature. */
export interface Services {
  settings: Settings
  read: (districtId: string) => Db
  write: <T>(districtId: string, author: Author, work: (db: Db) => Promise<T>) => Promise<T>
  raw: Writer['raw']
  listener: Listener
  cursors: Cursors
  vault: Vault
  files: FileStore
  jobs: Jobs
  signAccess: (claims: TokenClaims) => string
}
