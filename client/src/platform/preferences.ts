import { ref, watch, type Ref } from 'vue'

const prefix = 'ct.'

/** Reads a kept choice; a blocked or broken storage is the same as an empty one. */
export const recall = <T>(name: string, otherwise: T): T => {
  try {
    const kept = localStorage.getItem(prefix + name)
    return kept === null ? otherwise : (JSON.parse(kept) as T)
  } catch {
    return otherwise
  }
}

export const keep = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs the person a preference, nothing else.
  }
}

const shared = new Map<string, Ref<unknown>>()

/** A choice that stays on this device: theme, row height, folded menu. Never anything personal. */
export const usePreference = <T>(name: string, otherwise: T): Ref<T> => {
  const known = shared.get(name)
  if (known) return known as Ref<T>
  const choice = ref(recall(name, otherwise)) as Ref<T>
  watch(choice, (value) => keep(name, value), { deep: true, flush: 'sync' })
  shared.set(name, choice)
  return choice
}
