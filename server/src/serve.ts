import './boot/quick-loading.ts'

// The image's entry: the web pages were built with it. Read after the line above has run, as in start.ts.
const { run } = await import('./boot/run.ts')
await run({ pages: 'built' })
