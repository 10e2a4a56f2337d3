import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue'

/**
 * Which of many rows of one height are worth drawing. Rows of one height need no measuring, so this is all a
 * virtual list takes. Below `threshold` every row is drawn.
 */
export const useRowWindow = (
  count: () => number,
  rowHeight: () => number,
  scroller: Ref<HTMLElement | undefined>,
  threshold = 200,
) => {
  const top = ref(0)
  const height = ref(600)
  const spare = 8
  const read = () => {
    top.value = scroller.value?.scrollTop ?? 0
    height.value = scroller.value?.clientHeight || 600
  }
  const resize = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(read)
  watch(scroller, (now, before) => {
    before?.removeEventListener('scroll', read)
    resize?.disconnect()
    now?.addEventListener('scroll', read, { passive: true })
    if (now) resize?.observe(now)
  })
  onBeforeUnmount(() => resize?.disconnect())

  const active = computed(() => count() > threshold)
  const from = computed(() => (active.value ? Math.max(0, Math.floor(top.value / rowHeight()) - spare) : 0))
  const to = computed(() =>
    active.value ? Math.min(count(), Math.ceil((top.value + height.value) / rowHeight()) + spare) : count(),
  )
  /** Heights of the empty stretches above and below. */
  const above = computed(() => from.value * rowHeight())
  const below = computed(() => (count() - to.value) * rowHeight())
  const reveal = (at: number): void => {
    const box = scroller.value
    if (!box || !active.value) return
    const y = at * rowHeight()
    if (y < box.scrollTop) box.scrollTop = y
    else if (y + rowHeight() * 2 > box.scrollTop + box.clientHeight)
      box.scrollTop = y + rowHeight() * 2 - box.clientHeight
    read()
  }
  return { active, from, to, above, below, reveal }
}
