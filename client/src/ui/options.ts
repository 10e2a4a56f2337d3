/** One choice of a list. `hint` is a second line; `group` is a heading over neighbours of the same group. */
export interface Option<T extends string = string> {
  value: T
  label: string
  hint?: string | undefined
  group?: string | undefined
}

/** Case and accents are not what people look for: "jose" finds "José". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every typed word must be somewhere in the label, the hint or the group. */
export const matching = <O extends Option>(options: readonly O[], typed: string): O[] => {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...options]
  return options.filter(({ label, hint, group }) => {
    const all = folded(`${label} ${hint ?? ''} ${group ?? ''}`)
    return words.every((word) => all.includes(word))
  })
}
