import { parentPort } from 'node:worker_threads'
import { publishedTable } from '@common-table/shared/outcomes/published-table'
import { guardAndTell } from './find.ts'
import type { Answered, GuardedApart, TableToGuard } from './guard.ts'

/** No seconds to attack: by the rules alone. */
const guarded = async (table: TableToGuard): Promise<GuardedApart> =>
  table.seconds > 0 ? guardAndTell(table) : { rows: publishedTable(table.figures, table.rules), findings: [] }

// The thread makes one table safe after the other beside the one that answers requests.
parentPort?.on('message', ({ at, table }: { at: number; table: TableToGuard }) => {
  const answer = (answered: Answered) => parentPort?.postMessage(answered)
  guarded(table).then(
    (guarded) => answer({ at, guarded }),
    (problem: unknown) => answer({ at, problem: String(problem) }),
  )
})
