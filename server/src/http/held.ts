/** The latest answers this process has given, by name: at most so many, those held longest go first. */
export const holding = <T>(most: number) => {
  const held = new Map<string, T>()
  return {
    get: (name: string): T | undefined => held.get(name),
    hold: (name: string, value: T): void => {
      held.delete(name)
      held.set(name, value)
      if (held.size > most) held.delete(held.keys().next().value!) // more than none
    },
  }
}
