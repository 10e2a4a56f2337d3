import type { ConstructorOptions, Queue } from 'pg-boss'

/** The schema of the job tables: made by the owner role, used by the role the server runs as. */
export const jobSchema = 'pgboss'

/**
 * Every queue. Queues are made by the migration, since the running server may not change tables.
 * A job that fails is tried again with growing pauses; work that was interrupted starts anew after `expireInSeconds`.
 */
export const queues = {
  mail: { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
  import: {
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 6 * 3600,
    heartbeatSeconds: 60,
  },
  placement: { retryLimit: 2, retryDelay: 2, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 60 },
  reports: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 900 },
  publish: { retryLimit: 3, retryDelay: 10, retryBackoff: true, expireInSeconds: 3600 },
  release: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600 },
  today: { retryLimit: 1, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 },
  compliance: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  endings: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  'help-requests': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  rounds: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  'cold-alerts': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  'check-ins': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  agreements: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  'first-refusals': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  months: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  activities: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  upkeep: { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues

/** How the server runs its jobs: it owns no table, so it neither migrates nor rebuilds indexes. */
export const jobOptions = {
  schema: jobSchema,
  migrate: false,
  createSchema: false,
  reindex: false,
} as const satisfies ConstructorOptions
