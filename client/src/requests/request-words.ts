import type { Timing } from '@common-table/shared/requests/lifecycle'
import {
  helpAnswers,
  helpClosings,
  helpRefusals,
  helpStatuses,
  helpWaits,
  type HelpStatus,
} from '@common-table/shared/requests/vocabulary'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export const statusTones: Record<HelpStatus, Tone> = {
  open: 'info',
  offered: 'warning',
  accepted: 'info',
  scheduled: 'info',
  started: 'info',
  met: 'success',
  partly_met: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
}
export const timingTones: Record<Timing, Tone> = {
  waiting: 'neutral',
  on_time: 'success',
  late: 'warning',
  overdue: 'danger',
}

/** The terms of help requests in this person's language. */
export const useRequestWords = () => {
  const { t, locale } = useI18n()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    return {
      status: (code: string) => nameOf(helpStatuses, code, language),
      waits: (code: string) => nameOf(helpWaits, code, language),
      answer: (code: string) => nameOf(helpAnswers, code, language),
      refusal: (code: string) => nameOf(helpRefusals, code, language),
      closing: (code: string) => nameOf(helpClosings, code, language),
      timing: (code: Timing) => t(`requests.timing.${code}`),
      named: (one: { name: string; nameEs: string }) => (language === 'es' && one.nameEs) || one.name,
      statuses: options<string>(helpStatuses),
      allWaits: options<string>(helpWaits),
      answers: options(helpAnswers),
      refusals: options(helpRefusals),
      closings: options(helpClosings),
    }
  })
}
