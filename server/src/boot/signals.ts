/**
 * Ends cleanly on the first Ctrl-C (or a plain kill), and at once on the second.
 * `force` must not wait for anything.
 */
export const endOnSignal = (end: () => Promise<void>, force: () => void): void => {
  let ending = false
  const heed = (): void => {
    if (ending) {
      force()
      process.exit(130)
    }
    ending = true
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        force()
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', heed)
  process.on('SIGTERM', heed)
  process.on('SIGHUP', heed)
}
