import { deliveryAnswers, type DeliveryAnswer } from '@common-table/shared/polls/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export const answerTones: Record<DeliveryAnswer, Tone> = { yes: 'success', partly: 'warning', no: 'danger' }

export const usePollWords = () => {
  const { t, locale } = useI18n()
  return computed(() => {
    const language = locale.value === 'es' ? 'es' : 'en'
    return {
      answer: (code: string | null) =>
        code === null ? t('polls.silent') : nameOf(deliveryAnswers, code, language),
      answers: deliveryAnswers.map((term) => ({ value: term.code, label: term[language] })),
      named: (one: { name: string; nameEs: string }) => (language === 'es' && one.nameEs) || one.name,
    }
  })
}
