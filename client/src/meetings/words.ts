import type { CheckInItem } from '@common-table/shared/meetings/schemas'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const standingTones: Record<CheckInItem['standing'], Tone> = {
  coming: 'neutral',
  soon: 'info',
  overdue: 'danger',
  waiting: 'warning',
  signed: 'success',
  cancelled: 'neutral',
}

/** What is said of meetings in this person's language. */
export const useMeetingWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const language = computed<'en' | 'es'>(() => (locale.value === 'es' ? 'es' : 'en'))
  const time = (clock: string): string =>
    new Intl.DateTimeFormat(locale.value, { timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(`2000-01-01T${clock}:00Z`),
    )
  const when = ({ day, startTime }: { day: string; startTime: string }): string =>
    t('meetings.at', { day: format.value.day(day, 'full'), time: time(startTime) })
  const side = (code: 'district' | 'partner'): string => t(`meetings.side.${code}`)
  const sides = (codes: readonly ('district' | 'partner')[]): string => codes.map(side).join(', ')
  return { language, when, side, sides }
}
