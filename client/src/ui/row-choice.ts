import { computed, ref, type Ref } from 'vue'
import { between } from './table-columns.ts'

/** Which rows of a table are chosen: one by one, a stretch with Shift, or all that are shown. */
export const useRowChoice = (ids: () => readonly string[], selected: Ref<string[]>) => {
  const chosen = computed(() => new Set(selected.value))
  const all = computed(() => ids().length > 0 && ids().every((id) => chosen.value.has(id)))
  const last = ref<string>()
  const toggle = (id: string, event: MouseEvent): void => {
    const on = (event.target as HTMLInputElement).checked
    const range = event.shiftKey ? between(ids(), last.value, id) : [id]
    selected.value = on
      ? [...new Set([...selected.value, ...range])]
      : selected.value.filter((kept) => !range.includes(kept))
    last.value = id
  }
  const toggleAll = (): void => {
    selected.value = all.value ? [] : [...ids()]
  }
  return { chosen, all, toggle, toggleAll }
}
