import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { statement } from '../db/statement.ts'
import type { Db } from '../db/db.ts'
import { jobOptions, type QueueName } from './queues.ts'

export interface Job<T> {
  id: string
  data: T
  signal: AbortSignal
}

/** Work that happens after the request, at least once. A job sent inside a transaction exists only if it commits. */
export interface Jobs {
  send(
    db: Db,
    queue: QueueName,
    data: object,
    options?: { singletonKey?: string; startAfterSeconds?: number },
  ): Promise<void>
  /** Sends the same work again and again, by a cron expression in UTC. Said anew on every start. */
  every(queue: QueueName, cron: string, data: object): Promise<void>
  work<T extends object>(queue: QueueName, worker: (job: Job<T>) => Promise<void>): Promise<void>
  /** Settles when the first job can be sent; whoever sends before it waits. */
  readonly started: Promise<unknown>
  close(): Promise<void>
}

/** `migrated` says when the tables of jobs are there. */
export const openJobs = (
  config: pg.PoolConfig | Promise<pg.PoolConfig>,
  log: (problem: Error) => void,
  migrated?: Promise<unknown>,
): Jobs => {
  const start = async (): Promise<PgBoss> => {
    const boss = new PgBoss({ ...((await config) as object), ...jobOptions, max: 3 })
    boss.on('error', log)
    await migrated
    await boss.start()
    return boss
  }
  const started = start()
  started.catch(() => undefined) // told to whoever waits for it
  return {
    started,
    send: async (db, queue, data, options = {}) => {
      const boss = await started
      await boss.send(queue, data, {
        ...(options.singletonKey && { singletonKey: options.singletonKey }),
        ...(options.startAfterSeconds && { startAfter: options.startAfterSeconds }),
        db: {
          executeSql: async (text, values = []) => ({
            rows: await db.many(statement<Record<string, unknown>>(text), values as unknown[]),
          }),
        },
      })
    },
    every: async (queue, cron, data) => (await started).schedule(queue, cron, data),
    work: async (queue, worker) => {
      const boss = await started
      await boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
        if (job) await worker({ id: job.id, data: job.data as never, signal: job.signal })
      })
    },
    close: async () => {
      const boss = await started.catch(() => undefined)
      await boss?.stop({ graceful: true, timeout: 5000 })
    },
  }
}
