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
  close(): Promise<void>
}

export const openJobs = async (config: pg.PoolConfig, log: (problem: Error) => void): Promise<Jobs> => {
  const boss = new PgBoss({ ...(config as object), ...jobOptions, max: 3 })
  boss.on('error', log)
  await boss.start()
  return {
    send: async (db, queue, data, options = {}) => {
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
    every: (queue, cron, data) => boss.schedule(queue, cron, data),
    work: async (queue, worker) => {
      await boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
        if (job) await worker({ id: job.id, data: job.data as never, signal: job.signal })
      })
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
