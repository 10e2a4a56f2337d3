import type { Services } from '../http/services.ts'
import type { Actor } from '../http/actor.ts'
import { unreadOf } from './queries.ts'

/** The number of unread notifications now, and again each time it changes, until `signal` says the browser is gone. */
export async function* followUnread(
  services: Services,
  { districtId, id }: Actor,
  signal: AbortSignal,
): AsyncGenerator<{ unread: number }> {
  let wake = () => {}
  let changed = true
  const tell = () => {
    changed = true
    wake()
  }
  const unhear = services.listener.on('notifications', (message) => {
    if (message === `${districtId} ${id}`) tell()
  })
  signal.addEventListener('abort', tell, { once: true })
  try {
    let last: number | undefined
    while (!signal.aborted) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve))
      if (signal.aborted) return
      changed = false
      const unread = await unreadOf(services.read(districtId), id)
      if (unread !== last) yield { unread: (last = unread) }
    }
  } finally {
    unhear()
  }
}
