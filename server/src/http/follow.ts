import type { Listener } from '../db/listener.ts'

// Messages sent while the listening connection was away are lost; asking again finds what they said.
const askAgainAfter = 5000

/**
 * Tells how far one record's work is until it ends or nobody listens any more: asked at once, at every message of the
 * channel about it, and every few seconds. `look` gets what was heard since the last time.
 */
export async function* follow<Heard extends { id: string }, Progress extends { ended: boolean }>(
  { listener, channel, id, signal }: { listener: Listener; channel: string; id: string; signal: AbortSignal },
  look: (heard: Heard[]) => Promise<Progress>,
): AsyncGenerator<Progress> {
  const waiting: Heard[] = []
  let wake = (): void => {}
  const stop = listener.on(channel, (message) => {
    const heard = JSON.parse(message) as Heard // our own notifications
    if (heard.id !== id) return
    waiting.push(heard)
    wake()
  })
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    for (;;) {
      const progress = await look(waiting.splice(0))
      yield progress
      if (progress.ended || signal.aborted) return
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
