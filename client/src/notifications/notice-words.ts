import type { Notification } from '@common-table/shared/notifications/schemas'
import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'

/** The sentence of a notification: `needs.suggested` is said by the needs feature, at `needs.notices.suggested`. */
export const useNoticeWords = () => {
  const { t, te } = useI18n()
  const words = inject<Words | undefined>('words', undefined)
  return ({ kind, facts }: Notification): string => {
    const [feature = '', word = ''] = kind.split('.')
    const key = `${feature}.notices.${word}`
    void words?.load(feature)
    const count = typeof facts.count === 'number' ? facts.count : 1
    return te(key) || te(key, 'en') ? t(key, facts, count) : t('notifications.unknown')
  }
}
