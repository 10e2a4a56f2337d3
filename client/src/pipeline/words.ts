import {
  channelTerms,
  closedReasonTerms,
  closenessTerms,
  offerReasonTerms,
  offerStatusTerms,
  prospectSourceTerms,
  prospectStageTerms,
  sideTerms,
  tieTerms,
  willingnessTerms,
  type ProspectStage,
} from '@common-table/shared/pipeline/vocabulary'
import { contactKindTerms, stageTerms } from '@common-table/shared/partnerships/vocabulary'
import { contributionTypes } from '@common-table/shared/vocabulary/contribution-types'
import { changeReasons, exitReasons } from '@common-table/shared/vocabulary/reasons'
import { sectors } from '@common-table/shared/vocabulary/sectors'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export const stageTones: Record<ProspectStage, Tone> = {
  identified: 'neutral',
  contacted: 'info',
  talking: 'info',
  willing: 'success',
  joined: 'success',
  declined: 'neutral',
}

/** The terms of the pipeline in this person's language, as words and as options. */
export const usePipelineWords = () => {
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  return computed(() => {
    const word = (terms: readonly Term[]) => (code: string) => nameOf(terms, code, language.value)
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language.value] }))
    return {
      language: language.value,
      stage: word(prospectStageTerms),
      partnershipStage: word(stageTerms),
      stageReason: word([...exitReasons, ...changeReasons]),
      willingness: word(willingnessTerms),
      channel: word(channelTerms),
      source: word(prospectSourceTerms),
      closedReason: word(closedReasonTerms),
      tie: word(tieTerms),
      closeness: word(closenessTerms),
      side: word(sideTerms),
      contribution: word(contributionTypes),
      sector: word(sectors),
      kind: word(contactKindTerms),
      offerStatus: word(offerStatusTerms),
      offerReason: word(offerReasonTerms),
      stages: options(prospectStageTerms),
      willingnesses: options(willingnessTerms),
      channels: options(channelTerms),
      closedReasons: options(closedReasonTerms),
      ties: options(tieTerms),
      closenesses: options(closenessTerms),
      sides: options(sideTerms),
      contributions: options(contributionTypes),
      sectors: options(sectors),
      kinds: options(contactKindTerms),
      offerReasons: options(offerReasonTerms),
    }
  })
}
