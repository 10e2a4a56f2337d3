import './boot/quick-loading.ts'
import { preparedServer, prepareServer } from './boot/bundle.ts'

// From the sources: the first start, and the first after they changed. Read after the lines above have run.
const { run } = await import('./boot/run.ts')
const { folder, entry } = preparedServer()
await run({ pages: 'fresh', prepare: entry ? undefined : () => prepareServer(folder) })
