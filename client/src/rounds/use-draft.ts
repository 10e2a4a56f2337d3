import { ProblemError } from '@common-table/shared/contract/problem'
import { onScopeDispose, reactive, ref, watch } from 'vue'

export type DraftState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict'

/** Typing rests for so long before it is kept. */
const rest = 700

/**
 * Answers that are kept while they are typed, one request after the other, so that a phone that falls asleep loses
 * nothing. `settled` waits until all is kept and answers the version to send with.
 */
export const useDraft = <A extends object>(
  start: { answers: A; version: number },
  keep: ((answers: A, version: number) => Promise<{ version: number }>) | undefined,
) => {
  const model = reactive(JSON.parse(JSON.stringify(start.answers)) as object) as A // its own copy of the same shape
  const state = ref<DraftState>('clean')
  let version = start.version
  let timer: ReturnType<typeof setTimeout> | undefined
  let under: Promise<void> = Promise.resolve()
  let quiet = false

  const save = async (): Promise<void> => {
    if (!keep || (state.value !== 'waiting' && state.value !== 'failed')) return
    state.value = 'saving'
    const typed = JSON.parse(JSON.stringify(model)) as A // a number that cannot be read is no number yet
    try {
      version = (await keep(typed, version)).version
      // Something may have been typed meanwhile.
      if (state.value === 'saving') state.value = 'saved'
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      state.value = error.code === 'stale' ? 'conflict' : 'failed'
    }
  }
  const hurry = (): Promise<void> => {
    clearTimeout(timer)
    return (under = under.then(save))
  }
  watch(model, () => {
    if (quiet || state.value === 'conflict' || !keep) return
    state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(() => void hurry(), rest)
  })
  const leave = () => document.visibilityState === 'hidden' && void hurry()
  document.addEventListener('visibilitychange', leave)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', leave)
    void hurry()
  })
  const settled = async (): Promise<number> => {
    await hurry()
    return version
  }
  /** After sending: what stands now is what the server has. */
  const sent = (answers: A, at: number): void => {
    quiet = true
    Object.assign(model, JSON.parse(JSON.stringify(answers)))
    version = at
    state.value = 'clean'
    setTimeout(() => (quiet = false))
  }
  return { model, state, settled, sent, hurry }
}
