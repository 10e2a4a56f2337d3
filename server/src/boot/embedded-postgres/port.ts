import { createServer } from 'node:net'
import { BootFailure } from '../failure.ts'

const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })

/** The preferred port when it is free, else one the system gives out. Loopback only. */
export const freePort = async (preferred?: number): Promise<number> => {
  const port = (preferred && (await tryPort(preferred))) || (await tryPort(0))
  if (port) return port
  throw new BootFailure(
    'No port can be opened on 127.0.0.1 for the embedded PostgreSQL; see whether a firewall forbids it, or set DATABASE_URL.',
  )
}
