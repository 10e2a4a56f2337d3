import './boot/quick-loading.ts'

// Not among the imports above: those are all read before the first of them runs.
const { preparedServer, prepareServer } = await import('./boot/bundle.ts')
const { folder, entry } = preparedServer()
const { run } = (await import(entry ?? './boot/run.ts')) as typeof import('./boot/run.ts') // the same, joined
await run({ pages: 'fresh', prepare: entry ? undefined : () => prepareServer(folder) })
