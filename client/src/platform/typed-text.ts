import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Text that is shown as it is typed and handed on when the typing rests: a search box over a list in the address. */
export const useTypedText = (
  now: () => string,
  hand: (text: string) => void,
  rest = 200,
): Ref<string | undefined> => {
  const typed = ref<string | undefined>(now())
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(now, (text) => {
    if (text.trim() !== (typed.value ?? '').trim()) typed.value = text
  })
  watch(typed, (text = '') => {
    clearTimeout(waiting)
    if (text !== now()) waiting = setTimeout(() => hand(text), rest)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return typed
}
