import { DatabaseUnavailable } from './connections.ts'

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
const ended =
  /Connection terminated|Client (was|has) (closed|encountered|been)|not queryable|timeout exceeded when trying to connect/i

/** Whether the database went away under a statement. Codes: PostgreSQL manual, appendix A, classes 08 and 57P. */
export const isLost = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    error instanceof DatabaseUnavailable || /^(08|57P)/.test(code) || network.has(code) || ended.test(message)
  )
}
