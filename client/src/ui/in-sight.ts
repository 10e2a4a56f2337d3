import { nextTick, onBeforeUnmount, onMounted, ref, watch } from 'vue'

/**
 * A bar that scrolls sideways, and brings what is open (`aria-current`, `aria-selected`, checked) into sight as it appears, whenever
 * `what` it says changes (words arrive after their page), and as the window takes another width. The page itself does not move.
 */
export const useInSight = (what: () => unknown) => {
  const bar = ref<HTMLElement>()
  const bring = async () => {
    await nextTick()
    const open = bar.value?.querySelector<HTMLElement>(
      '[aria-current], [aria-selected=true], label:has(:checked)',
    )
    if (bar.value && open)
      bar.value.scrollLeft = open.offsetLeft - (bar.value.clientWidth - open.offsetWidth) / 2
  }
  onMounted(bring)
  watch(what, bring)
  addEventListener('resize', bring)
  onBeforeUnmount(() => removeEventListener('resize', bring))
  return bar
}
