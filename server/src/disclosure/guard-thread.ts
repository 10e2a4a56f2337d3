import { parentPort } from 'node:worker_threads'
import { inference } from '@common-table/shared/disclosure/inference'
import { publishedTable } from '@common-table/shared/outcomes/published-table'
import { attack } from './attack.ts'
import { guardAndTell } from './find.ts'
import type { Answered, Asked, GuardedApart, TableToGuard } from './guard.ts'

/** No seconds to attack: by the rules alone. */
const guarded = async (table: TableToGuard): Promise<GuardedApart> =>
  table.seconds > 0 ? guardAndTell(table) : { rows: publishedTable(table.figures, table.rules), findings: [] }

// The thread works on one table after the other, beside the one that answers requests.
parentPort?.on('message', (asked: Asked) => {
  const answer = (answered: Omit<Answered, 'at'>) => parentPort?.postMessage({ at: asked.at, ...answered })
  const work = 'guard' in asked ? guarded(asked.guard) : inference(asked.infer, attack, asked.infer.seconds)
  work.then(
    (result) => answer({ result }),
    (problem: unknown) => answer({ problem: String(problem) }),
  )
})
