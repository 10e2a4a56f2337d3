import { createServer } from 'node:net'
import { BootFailure, codeOf } from './failure.ts'

/** The sentence for an address the server cannot listen on. */
export const listenFailure = (host: string, port: number, error: unknown): unknown => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new BootFailure(
        `Port ${port} is in use on ${host}; end the program that holds it, or set PORT to another number.`,
      )
    case 'EACCES':
      return new BootFailure(`This account may not listen on port ${port}; set PORT to 1024 or higher.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new BootFailure(`This machine has no address ${host}; set HOST to 127.0.0.1 or 0.0.0.0.`)
    default:
      return error
  }
}

/** Fails early, before the slow work, when the port cannot be had. */
export const checkPort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(listenFailure(host, port, error)))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()))
  })
