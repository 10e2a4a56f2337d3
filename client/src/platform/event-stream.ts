type Open = (headers: Record<string, string>) => Promise<Response>

/** The fields of one server-sent event block that this product uses. */
export const readBlock = (block: string): { id?: string; body?: string } => {
  const lines = block.split(/\r?\n/)
  const of = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart())
  const body = of('data').join('\n')
  const id = of('id').at(-1)
  return { ...(id !== undefined && { id }), ...(body !== '' && { body }) }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

/** Follows a stream over fetch, since EventSource cannot carry a bearer token; waits 1, 2, 4 … 30 s between tries. */
export const follow = async (
  open: Open,
  onEvent: (body: unknown) => void,
  signal: AbortSignal,
): Promise<void> => {
  let last: string | undefined
  for (let tries = 0; !signal.aborted; tries += 1) {
    const response = await open({
      accept: 'text/event-stream',
      ...(last && { 'last-event-id': last }),
    }).catch(() => null)
    if (response && response.status >= 400 && response.status < 500 && response.status !== 429) return
    if (response?.ok && response.body) {
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let rest = ''; ;) {
        const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }))
        if (done || value === undefined) break
        const blocks = (rest + value).split(/\r?\n\r?\n/)
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const { id, body } = readBlock(block)
          last = id ?? last
          if (body !== undefined) onEvent(JSON.parse(body))
        }
        tries = 0
      }
    }
    await pause(Math.min(30_000, 1000 * 2 ** Math.min(tries, 5)), signal)
  }
}
