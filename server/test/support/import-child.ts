import { openConnections } from '../../src/db/open.ts'
import { fileStoreIn } from '../../src/files/file-store.ts'
import type { Services } from '../../src/http/services.ts'
import { carryOut } from '../../src/imports/run/import-run.ts'

/** Runs one import in a process of its own, so that a test can kill it in the middle. */
const [appUrl, files, districtId, importId] = process.argv.slice(2) as [string, string, string, string]
const { writer } = openConnections({ connectionString: appUrl })
await carryOut({ raw: writer.raw, files: fileStoreIn(files) } as Services, {
  districtId,
  importId,
  task: 'run',
  onProgress: ({ phase, rowsRead }) => console.log(`${phase} ${rowsRead}`),
})
console.log('ended')
process.exit(0)
