import { getCurrentScope, onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether a media query holds, as it changes. */
export const useMedia = (query: string): Readonly<Ref<boolean>> => {
  const media = window.matchMedia(query)
  const holds = ref(media.matches)
  const change = () => (holds.value = media.matches)
  media.addEventListener('change', change)
  if (getCurrentScope()) onScopeDispose(() => media.removeEventListener('change', change))
  return readonly(holds)
}

/** A phone held upright: tables become cards, the menu moves to the bottom. */
export const useNarrow = (): Readonly<Ref<boolean>> => useMedia('(max-width: 47.99rem)')
