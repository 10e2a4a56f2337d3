import { totalmem } from 'node:os'

export interface Tuning {
  readonly port: number
  /** False only where losing everything on a power cut is fine: tests. */
  readonly durable: boolean
}

const megabyte = 1024 * 1024

/** A quarter of the memory this process may use, at least 32 MB and at most 1 GB: the manual's advice for a machine that also runs other things. */
export const sharedBuffers = (memory: number): number =>
  Math.max(32, Math.min(1024, Math.floor(memory / 4 / megabyte)))

const memory = (): number => {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** The file our cluster includes last, written anew at each start. */
export const configuration = ({ port, durable }: Tuning): string =>
  `listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 60
shared_buffers = ${sharedBuffers(memory())}MB
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_checkpoints = off
logging_collector = off
fsync = ${durable ? 'on' : 'off'}
synchronous_commit = ${durable ? 'on' : 'off'}
full_page_writes = ${durable ? 'on' : 'off'}
`
