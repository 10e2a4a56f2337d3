import './boot/quick-loading.ts'
import { run } from './boot/run.ts'

await run({ pages: 'fresh' })
