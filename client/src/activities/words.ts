import {
  activityKinds,
  activityStates,
  epsteinTypes,
  fourCs,
  peopleKinds,
  type ActivityState,
} from '@common-table/shared/activities/vocabulary'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const stateTones: Record<ActivityState, Tone> = {
  planned: 'info',
  held: 'success',
  cancelled: 'neutral',
}

/** The vocabulary of activities in this person's language; also fetches the feature's own words. */
export const useActivityWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('activities')
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    return {
      kinds: options(activityKinds),
      states: options(activityStates),
      people: options(peopleKinds),
      epsteins: options(epsteinTypes),
      fourCs: fourCs.map((c) => ({ code: c.code, name: c[language], asks: c.asks[language] })),
      kind: (code: string) => nameOf(activityKinds, code, language),
      state: (code: string) => nameOf(activityStates, code, language),
      person: (code: string) => nameOf(peopleKinds, code, language),
      epstein: (code: string) => nameOf(epsteinTypes, code, language),
    }
  })
}
