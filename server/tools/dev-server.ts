import '../src/boot/quick-loading.ts'
import { run } from '../src/boot/run.ts'

// The API alone: in development Vite serves the pages and passes the rest on.
await run({ pages: 'elsewhere' })
