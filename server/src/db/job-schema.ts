import { createRequire } from 'node:module'
import type { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { jobSchema, queues } from '../jobs/queues.ts'

const grants = (role: string): string =>
  `grant usage on schema ${jobSchema} to ${role};
   grant select, insert, update, delete on all tables in schema ${jobSchema} to ${role};
   grant usage on all sequences in schema ${jobSchema} to ${role};
   grant execute on all functions in schema ${jobSchema} to ${role}`

/** All that the tables and queues of jobs follow from. */
export const jobSchemaSource = (role: string): string => {
  const { version } = createRequire(import.meta.url)('pg-boss/package.json') as { version: string }
  return JSON.stringify([version, queues, grants(role)])
}

/** Brings pg-boss's own tables and our queues up to date, and lets the server's role use them. */
export const migrateJobs = async (client: Client, role: string): Promise<void> => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: jobSchema,
    supervise: false,
    schedule: false,
  })
  const problems: unknown[] = []
  boss.on('error', (error) => problems.push(error))
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const [name, options] of Object.entries(queues))
      await (existing.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options))
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
  if (problems.length > 0) throw problems[0]
  await client.query(grants(role))
}
