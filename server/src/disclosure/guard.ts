import { Worker } from 'node:worker_threads'
import type { EarlierTable } from '@common-table/shared/disclosure/earlier-tables'
import type {
  PublishedRow,
  ScreeningRules,
  StoredFigure,
} from '@common-table/shared/outcomes/published-table'
import type { inference } from '@common-table/shared/disclosure/inference'
import type { Found } from './find.ts'

/** A table to be made safe, with what earlier releases show of the same metric and period. */
export interface TableToGuard {
  readonly figures: readonly StoredFigure[]
  readonly rules: ScreeningRules
  readonly earlier: readonly EarlierTable[]
  readonly seconds: number
}
export interface GuardedApart {
  readonly rows: PublishedRow[]
  readonly findings: readonly Found[]
}
/** A published table whose withheld figures are to be inferred. */
export type TableToInfer = Parameters<typeof inference>[0] & { readonly seconds: number }
export type InferredApart = Awaited<ReturnType<typeof inference>>

/** What the thread is asked, and answers. */
export type Asked = { at: number } & ({ guard: TableToGuard } | { infer: TableToInfer })
export interface Answered {
  readonly at: number
  readonly result?: GuardedApart | InferredApart
  readonly problem?: string
}

/** The thread ends when nothing has been asked of it for a while: the solver keeps its memory. */
const idleAfter = 10_000

interface Waiting {
  resolve: (result: never) => void
  reject: (problem: Error) => void
}
const waiting = new Map<number, Waiting>()
let [asked, thread, idle]: [number, Worker | undefined, NodeJS.Timeout | undefined] = [
  0,
  undefined,
  undefined,
]

const settle = (at: number, how: (one: Waiting) => void): void => {
  const one = waiting.get(at)
  waiting.delete(at)
  if (one) how(one)
  if (waiting.size > 0) return
  thread?.unref()
  idle = setTimeout(() => void thread?.terminate(), idleAfter).unref()
}

const openThread = (): Worker => {
  const opened = new Worker(new URL('./guard-thread.ts', import.meta.url))
  opened.on('message', ({ at, result, problem }: Answered) =>
    settle(at, ({ resolve, reject }) =>
      // Each question is answered with its own kind of result.
      result ? resolve(result as never) : reject(new Error(problem)),
    ),
  )
  const ended = (problem: Error) => {
    if (thread === opened) thread = undefined
    for (const at of waiting.keys()) settle(at, ({ reject }) => reject(problem))
  }
  opened.on('error', ended)
  opened.on('exit', (code) => ended(new Error(`The guard of figures ended early with ${code}.`)))
  return opened
}

const ask = <Result>(what: { guard: TableToGuard } | { infer: TableToInfer }): Promise<Result> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle)
    thread ??= openThread()
    thread.ref()
    const at = asked++
    waiting.set(at, { resolve, reject })
    thread.postMessage({ at, ...what } satisfies Asked)
  })

/** Makes a table safe on the thread that attacks tables, one after the other. */
export const guardApart = (guard: TableToGuard): Promise<GuardedApart> => ask({ guard })
/** Infers what is withheld, on the same thread. */
export const inferApart = (infer: TableToInfer): Promise<InferredApart> => ask({ infer })
