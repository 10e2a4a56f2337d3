import { setTimeout as pause } from 'node:timers/promises'
import { isLost } from '../db/lost.ts'
import type { Services } from '../http/services.ts'
import { carryOut } from './run/import-run.ts'
import type { ImportTask, ImportWork } from './run/import-task.ts'
import { isAbandoned, unfinishedImports } from './run/queries-run.ts'
import { writingOn } from './run/queries-staging.ts'

interface ImportJob {
  districtId: string
  importId: string
  task: ImportTask
}

const taskOf = { checking: 'check', queued: 'run', running: 'run', undoing: 'undo' } as const

const author = { kind: 'system', id: null, name: 'import', requestId: null } as const

/**
 * Finds the imports whose server died in the middle. Their transaction went with it, so nothing of them is there, and they
 * begin anew. Answers how many.
 */
export const recoverImports = async (services: Services): Promise<number> => {
  let found = 0
  for (const { district_id: districtId, id: importId, status } of await unfinishedImports(
    services.read(''),
  )) {
    const task = taskOf[status as keyof typeof taskOf]
    const { client, release } = await services.raw(districtId)
    const abandoned = await isAbandoned(writingOn(client), importId).finally(() => release())
    if (!abandoned) continue
    found++
    await services.write(districtId, author, (db) =>
      services.jobs.send(db, 'import', { districtId, importId, task }),
    )
  }
  return found
}

/** How often a database may go away under one import before its queue takes the work back. */
const losses = 20

/** Carries an import out, anew each time the database went away in the middle, as soon as it is back. */
const persist = async (services: Services, job: ImportWork & { signal: AbortSignal }): Promise<void> => {
  for (let lost = 0; ; lost++)
    try {
      return await carryOut(services, job)
    } catch (error) {
      if (job.signal.aborted || !isLost(error) || lost === losses) throw error
      await pause(Math.min(500 * 2 ** lost, 15_000), undefined, { signal: job.signal })
    }
}

/** Works on the imports people send, and begins anew the ones a server left in the middle. */
export const workOnImports = async (services: Services): Promise<void> => {
  await services.jobs.work<ImportJob>('import', ({ data, signal }) => persist(services, { ...data, signal }))
  await recoverImports(services)
}
