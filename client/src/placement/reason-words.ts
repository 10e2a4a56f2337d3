import { weekdays } from '@common-table/shared/organizations/vocabulary'
import type { PlacementRow } from '@common-table/shared/placement/schemas'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import { useHelpChoices } from '../choices/index.ts'

export type Reason = PlacementRow['reasons'][number]

/** Why a service suits a need, a sentence for each reason in the reader's language. */
export const useReasonWords = () => {
  const { t } = useI18n()
  const { language, day, setting } = useHelpChoices()
  const format = useFormats()
  const kilometres = (metres: number): string => format.value.number(metres / 1000, metres < 10_000 ? 1 : 0)
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    t(`placement.reasons.${key}`, values)
  /** What was asked for of what there is: named, anything, nobody said, none of it. */
  const asked = (name: string, { verdict, words }: Reason, list: () => string): string =>
    verdict === 'unknown'
      ? say(`${name}Unknown`)
      : verdict === 'misses'
        ? say(`${name}Other`)
        : words.length > 0
          ? say(name, { list: list() })
          : say(`${name}Any`)

  const sentence = (reason: Reason): string => {
    const { code, verdict, figure, words } = reason
    const [word = 'none'] = words
    switch (code) {
      case 'category':
        return say(word === 'also' ? 'categoryAlso' : 'categoryMain')
      case 'tier':
        return say('tier', { n: figure ?? '' })
      case 'grades':
        return asked('grades', reason, () => format.value.list(words))
      case 'setting':
        return say(verdict === 'misses' ? 'settingOther' : 'setting', { setting: setting(word) })
      case 'capacity':
        return figure
          ? t('placement.reasons.capacity', { n: format.value.number(figure) }, figure)
          : say('capacityNone')
      case 'distance':
        return verdict === 'unknown'
          ? say('distanceUnknown')
          : verdict === 'fits' && figure !== 0
            ? say('distanceNone')
            : say('distance', { km: kilometres(figure ?? 0) })
      case 'language':
        return asked('language', reason, () => format.value.list(words.map(language)))
      case 'days':
        return asked('days', reason, () =>
          format.value.list(weekdays.filter((one) => words.includes(one)).map(day)),
        )
      case 'assured':
        return say(verdict === 'fits' ? 'assured' : 'assuredNot')
      default:
        return say(`${code}_${word}`)
    }
  }
  return { sentence, kilometres }
}
