import { Worker } from 'node:worker_threads'
import type { PlacementProblem } from '@common-table/shared/placement/problem'
import type { SolvedPlan, SolveLimits, SolveProgress } from './solve-figures.ts'

type Said = { progress: SolveProgress } | { solved: SolvedPlan }

/** The work was called off before it was done. */
export class CalledOff extends Error {
  override name = 'CalledOff'
}

/** Solves in a thread of its own, since the solver keeps its thread busy; ends at once when it is called off. */
export const solveApart = (
  problem: PlacementProblem,
  limits: SolveLimits,
  { tell, signal }: { tell: (progress: SolveProgress) => void; signal: AbortSignal },
): Promise<SolvedPlan> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new CalledOff())
    const worker = new Worker(new URL('./solve-thread.ts', import.meta.url), {
      workerData: { problem, limits },
    })
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', callOff)
      void worker.terminate()
      settle()
    }
    const callOff = (): void => end(() => reject(new CalledOff()))
    signal.addEventListener('abort', callOff)
    worker.on('message', (said: Said) =>
      'solved' in said ? end(() => resolve(said.solved)) : tell(said.progress),
    )
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', (code) => end(() => reject(new Error(`The solver ended with code ${code}.`))))
  })
