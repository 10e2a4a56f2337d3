import { busyStatuses, type Import, type ImportProgress } from '@common-table/shared/imports/schemas'
import type { Listener } from '../db/listener.ts'
import { follow } from '../http/follow.ts'
import type { ProgressNow } from './run/progress.ts'

type Heard = { id: string; ended?: true } & Partial<ProgressNow>

/** Tells how far an import is until it ends or nobody listens any more. */
export const followImport = (
  current: () => Promise<{ import: string }>,
  listener: Listener,
  importId: string,
  signal: AbortSignal,
): AsyncGenerator<ImportProgress> =>
  follow<Heard, ImportProgress>({ listener, channel: 'imports', id: importId, signal }, async (heard) => {
    const state = JSON.parse((await current()).import) as Import
    const ended = !busyStatuses.includes(state.status)
    const latest = heard.findLast(({ phase }) => phase !== undefined)
    return {
      status: state.status,
      phase: latest?.phase ?? (state.status === 'queued' ? 'waiting' : 'reading'),
      rowsRead: latest?.rowsRead ?? state.rowsRead,
      rowsRefused: latest?.rowsRefused ?? state.rowsRefused,
      share: ended ? 1 : (latest?.share ?? (state.rowsTotal ? state.rowsRead / state.rowsTotal : 0)),
      rowsPerSecond: latest?.rowsPerSecond ?? 0,
      secondsLeft: ended ? 0 : (latest?.secondsLeft ?? null),
      ended,
    }
  })
