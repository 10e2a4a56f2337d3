/** What ends the server, last begun first; filled as the start goes on, so that a start cut off leaves nothing running. */
export class Endings {
  readonly #all: (() => Promise<unknown>)[] = []
  readonly #cutOff = Promise.withResolvers<never>()
  /** Fails when the end begins: what a start still waits for is not waited for any more. */
  readonly cutOff = this.#cutOff.promise
  begun = false
  force = (): void => undefined

  constructor() {
    this.cutOff.catch(() => undefined)
  }

  push(end: () => Promise<unknown>): void {
    this.#all.unshift(end)
  }

  run = async (): Promise<void> => {
    this.begun = true
    this.#cutOff.reject(new Error('The start was cut off.'))
    let failure: unknown
    for (const end of this.#all.splice(0))
      await end().catch((error: unknown) => {
        failure ??= error
      })
    if (failure !== undefined) throw failure
  }
}
