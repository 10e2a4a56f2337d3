import type { Notification } from '@common-table/shared/notifications/schemas'
import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import type { Words } from '../platform/i18n.ts'

const isDay = (fact: unknown): fact is string => typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact)

/** The sentence of a notification: `needs.suggested` is said by the needs feature, at `needs.notices.suggested`. */
export const useNoticeWords = () => {
  const { t, te } = useI18n()
  const format = useFormats()
  const words = inject<Words | undefined>('words', undefined)
  /** Facts are kept as data; a day is said the way its reader writes days. */
  const spoken = (facts: Notification['facts']): Notification['facts'] =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, isDay(fact) ? format.value.day(fact) : fact]),
    )
  return ({ kind, facts }: Notification): string => {
    const [feature = '', word = ''] = kind.split('.')
    const key = `${feature}.notices.${word}`
    void words?.load(feature)
    const count = typeof facts.count === 'number' ? facts.count : 1
    return te(key) || te(key, 'en') ? t(key, spoken(facts), count) : t('notifications.unknown')
  }
}
