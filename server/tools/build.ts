import { ensureClient } from '../src/boot/client-build.ts'

const built = await ensureClient(console.log)
console.log(built ? 'The web pages are built.' : 'The web pages are up to date.')
