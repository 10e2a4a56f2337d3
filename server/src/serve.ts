import './boot/quick-loading.ts'
import { run } from './boot/run.ts'

// The image's entry: the web pages were built with it.
await run({ pages: 'built' })
