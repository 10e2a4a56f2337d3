import { busyStatuses, type Import, type ImportProgress } from '@common-table/shared/imports/schemas'
import type { Listener } from '../db/listener.ts'
import type { ProgressNow } from './run/progress.ts'

type Heard = { id: string; ended?: true } & Partial<ProgressNow>

// Messages sent while the listening connection was away are lost; asking again finds what they said.
const askAgainAfter = 5000

/** Tells how far an import is until it ends or nobody listens any more. */
export async function* followImport(
  current: () => Promise<{ import: string }>,
  listener: Listener,
  importId: string,
  signal: AbortSignal,
): AsyncGenerator<ImportProgress> {
  const waiting: Heard[] = []
  let wake = (): void => {}
  const stop = listener.on('imports', (message) => {
    const heard = JSON.parse(message) as Heard
    if (heard.id !== importId) return
    waiting.push(heard)
    wake()
  })
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    for (;;) {
      const state = JSON.parse((await current()).import) as Import
      const ended = !busyStatuses.includes(state.status)
      const latest = waiting.splice(0).findLast(({ phase }) => phase !== undefined)
      yield {
        status: state.status,
        phase: latest?.phase ?? (state.status === 'queued' ? 'waiting' : 'reading'),
        rowsRead: latest?.rowsRead ?? state.rowsRead,
        rowsRefused: latest?.rowsRefused ?? state.rowsRefused,
        share: ended ? 1 : (latest?.share ?? (state.rowsTotal ? state.rowsRead / state.rowsTotal : 0)),
        rowsPerSecond: latest?.rowsPerSecond ?? 0,
        secondsLeft: ended ? 0 : (latest?.secondsLeft ?? null),
        ended,
      }
      if (ended || signal.aborted) return
      if (waiting.length > 0) continue
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, askAgainAfter)
      })
      clearTimeout(timer)
      if (signal.aborted) return
    }
  } finally {
    stop()
  }
}
