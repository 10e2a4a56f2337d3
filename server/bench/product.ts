import './end-with-bench.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { openConnections } from '../src/db/open.ts'
import { fileStoreIn } from '../src/files/file-store.ts'
import { openJobs } from '../src/jobs/jobs.ts'
import { readSettings } from '../src/settings.ts'
import { startWorkers } from '../src/workers.ts'
import { districtId } from './load.ts'

/**
 * The product as production runs it, on a database the bench filled; it works on jobs only when told to. Prints its
 * address and a token, one JSON line.
 */
const [, , appUrl = '', jwtSecret = '', folder = tmpdir(), works] = process.argv
const connections = openConnections({ connectionString: appUrl })
const jobs = openJobs({ connectionString: appUrl }, () => {})
const { http, services } = await buildApp({
  settings: readSettings({
    NODE_ENV: 'production',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    RATE_LIMIT_FACTOR: '1000000',
    JWT_SECRET: jwtSecret,
  }),
  jwtSecret,
  connections,
  files: fileStoreIn(join(folder, 'common-table-bench-files')),
  jobs,
})
if (works) await startWorkers(services)
await http.listen({ host: '127.0.0.1', port: 0 })
const claims = {
  sub: '00000000-0000-4000-8000-0000000000ad',
  did: districtId,
  kind: 'user',
  name: 'Bench',
  role: works ? 'steward' : 'director',
  sid: null,
} as const
// A burst may last longer than a person's token does.
const token = http.jwt.sign({ ...claims, ms: Date.now() }, { expiresIn: '1d' })
console.log(JSON.stringify({ ...(http.server.address() as object), token }))
