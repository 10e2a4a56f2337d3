import { balanceBands } from '@common-table/shared/investments/vocabulary'
import type { RecommendationGround, SustainabilityPart } from '@common-table/shared/outlook/schemas'
import {
  fundingKinds,
  groundTerms,
  lastingParts,
  qualityItems,
  verdicts,
  type Verdict,
} from '@common-table/shared/outlook/vocabulary'
import { nameOf, type Term } from '@common-table/shared/vocabulary/terms'
import type { Static } from 'typebox'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export type Ground = Static<typeof RecommendationGround>
export type Part = Static<typeof SustainabilityPart>

export const verdictTones: Record<Verdict, Tone> = { renew: 'success', revise: 'warning', exit: 'danger' }
export const judgementTones: Record<Ground['judgement'], Tone> = {
  good: 'success',
  weak: 'warning',
  bad: 'danger',
  unknown: 'neutral',
}
/** What matters most comes first. */
export const judgementOrder: readonly Ground['judgement'][] = ['bad', 'weak', 'good', 'unknown']

/** The vocabulary of the outlook in this person's language, and its figures as sentences. */
export const useOutlookWords = () => {
  const { t, locale } = useI18n()
  return computed(() => {
    const language = locale.value === 'es' ? 'es' : 'en'
    const named = (terms: readonly Term[]) => (code: string) => nameOf(terms, code, language)
    const ground = ({ code, judgement, have, of, word }: Ground): string => {
      if (code === 'vision') return t(`outlook.ground.vision.${word}`)
      if (judgement === 'unknown') return t(`outlook.ground.${code}.unknown`)
      if (code === 'balance') return nameOf(balanceBands, word ?? '', language)
      if (word === 'lasting') return t('outlook.ground.funding.lasting')
      if (code === 'need')
        return have
          ? t('outlook.ground.need.open', { n: have }, have)
          : t('outlook.ground.need.met', { n: of ?? 0 }, of ?? 0)
      return t(`outlook.ground.${code}.known`, { have: have ?? 0, of: of ?? 0, n: have ?? 0 }, have ?? 0)
    }
    const part = ({ code, have, of, points }: Part): string => {
      if (points === null || have === null) return t(`outlook.part.${code}.unknown`)
      if (code === 'champions' || code === 'check_ins') return t(`outlook.part.${code}.known`, { have, of })
      return have >= of
        ? t(`outlook.part.${code}.full`)
        : t(`outlook.part.${code}.known`, { n: have, of }, have)
    }
    return {
      verdict: named(verdicts),
      groundName: named(groundTerms),
      partName: named(lastingParts),
      item: named(qualityItems),
      kind: named(fundingKinds),
      kinds: fundingKinds.map((term) => ({ value: term.code, label: term[language] })),
      ground,
      part,
    }
  })
}
