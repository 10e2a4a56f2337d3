/** What ends the server, last begun first; filled as the start goes on, so that a start cut off leaves nothing running. */
export class Endings {
  readonly #all: (() => Promise<unknown>)[] = []
  begun = false
  force = (): void => undefined

  push(end: () => Promise<unknown>): void {
    this.#all.unshift(end)
  }

  run = async (): Promise<void> => {
    this.begun = true
    let failure: unknown
    for (const end of this.#all.splice(0))
      await end().catch((error: unknown) => {
        failure ??= error
      })
    if (failure !== undefined) throw failure
  }
}
