import './boot/compile-cache.ts'
import { preparedServer, prepareServer } from './boot/bundle.ts'

const { folder, entry } = preparedServer()
if (!entry) await import('./boot/quick-loading.ts')
const { run } = (await import(entry ?? './boot/run.ts')) as typeof import('./boot/run.ts') // the same, joined
await run({ pages: 'fresh', prepare: entry ? undefined : () => prepareServer(folder) })
