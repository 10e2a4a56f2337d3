import { isFor, seatAudiences, seatKinds, seatTerms, type SeatKind } from '@common-table/shared/seats/kinds'
import type { SeatStatus } from '@common-table/shared/seats/meet'
import { pathways } from '@common-table/shared/seats/pathways'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const seatTones: Record<SeatStatus, Tone> = {
  met: 'success',
  partly: 'warning',
  unmet: 'danger',
  over: 'info',
  none: 'neutral',
}

/** The vocabulary of work-based learning in this person's language; also fetches the feature's own words. */
export const useSeatWords = () => {
  const { locale, t } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('seats')
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const options = <Code extends string>(terms: readonly Term<Code>[]) =>
    terms.map((term) => ({ value: term.code, label: term[language.value] }))
  const name = (terms: readonly Term[], code: string) => nameOf(terms, code, language.value)
  return computed(() => ({
    kind: (code: string, audience = 'student') =>
      audience === 'staff' ? t('seats.forStaff', { kind: name(seatKinds, code) }) : name(seatKinds, code),
    pathway: (code: string) => name(pathways, code),
    term: (code: string) => name(seatTerms, code),
    kinds: options(seatKinds),
    pathways: options(pathways),
    terms: options(seatTerms),
    audiences: options(seatAudiences),
    hasAudiences: (kind: SeatKind | undefined) => kind !== undefined && isFor(kind, 'staff'),
  }))
}
