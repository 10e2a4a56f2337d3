import { computed, nextTick, ref, type Ref } from 'vue'
import { nextMark } from './next-mark.ts'
import type { Point } from './pan-zoom.ts'

/**
 * The marks of a drawing under the keyboard: one of them takes the tab key, arrows lead from there to its neighbors,
 * Enter and the space bar open it. Marks carry their key as `data-mark`.
 */
export const useMarkKeys = <M extends Point & { readonly key: string }>(
  surface: Ref<SVGSVGElement | undefined>,
  options: {
    marks: () => readonly M[]
    /** The mark that takes the tab key before one has had the focus. */
    first: () => string | undefined
    open: (mark: M) => void
    /** Before the focus goes on: the mark comes into the picture. */
    reach?: (mark: M) => void
  },
) => {
  const current = ref('')
  const tabStop = computed(
    () => options.marks().find(({ key }) => key === current.value)?.key ?? options.first(),
  )
  const focus = async (key = tabStop.value) => {
    await nextTick()
    surface.value?.querySelector<SVGElement>(`[data-mark="${key}"]`)?.focus()
  }
  const onMark = (event: KeyboardEvent, mark: M) => {
    const opens = event.key === 'Enter' || event.key === ' '
    const next = opens ? mark : nextMark(mark, options.marks(), event.key)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    current.value = next.key
    if (opens) return options.open(mark)
    options.reach?.(next)
    void focus()
  }
  return { current, tabStop, focus, onMark }
}
