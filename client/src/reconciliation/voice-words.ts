import type { MismatchListed } from '@common-table/shared/reconciliation/schemas'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'

type Side = 'school' | 'partner' | 'record'

/** What a side says of a difference, in a few words. */
export const useVoiceWords = () => {
  const { t } = useI18n()
  const format = useFormats()
  const count = (value: number | null) =>
    value === null ? t('reconciliation.says.unsaid') : format.value.number(value)
  const what = (row: MismatchListed): string =>
    t('reconciliation.at', {
      partner: row.service
        ? `${row.organization?.name}, ${row.service.name}`
        : (row.organization?.name ?? row.name),
      school: row.school.name,
    })
  const says = (row: MismatchListed, side: Side): string => {
    const voice = row.says[side]
    if (!voice) return t('reconciliation.says.nothing')
    if (row.kind === 'unknown' && side === 'record') return t('reconciliation.says.unknown')
    if (voice.grades) return t('reconciliation.says.grades', { list: voice.grades.join(', ') })
    const seats =
      voice.seats &&
      t('reconciliation.says.seats', {
        maximum: count(voice.seats.maximum),
        available: count(voice.seats.available),
      })
    if (voice.present === undefined) return seats ?? t('reconciliation.says.nothing')
    const here = t(voice.present ? 'reconciliation.says.here' : 'reconciliation.says.notHere')
    const programs = row.programs.filter(({ id }) => voice.services?.includes(id)).map(({ name }) => name)
    return [here, ...(row.kind === 'presence' ? programs : []), ...(seats ? [seats] : [])].join(' · ')
  }
  const by = (row: MismatchListed, side: Side): string => {
    const voice = row.says[side]
    return voice?.by && voice.at
      ? t('reconciliation.says.by', { name: voice.by, when: format.value.ago(voice.at) })
      : ''
  }
  return computed(() => ({ what, says, by }))
}
