import './boot/quick-loading.ts'

// Not among the imports above: those are all read before the first of them runs.
const { run } = await import('./boot/run.ts')
await run({ pages: 'fresh' })
