import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  contactKindTerms,
  formalityTerms,
  intensityTerms,
  partnershipKindTerms,
  scopeTerms,
  stageTerms,
} from '@common-table/shared/partnerships/vocabulary'
import type { Stage, StageReason } from '@common-table/shared/partnerships/schemas'
import { changeReasons, exitReasons } from '@common-table/shared/vocabulary/reasons'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import type { Tone } from '../ui/StatusBadge.vue'

const reasonTerms = [...exitReasons, ...changeReasons]

const tones: Record<Stage, Tone> = {
  exploring: 'info',
  forming: 'info',
  active: 'success',
  expanding: 'success',
  renewing: 'warning',
  paused: 'warning',
  ended: 'neutral',
}

export const toneOf = (stage: Stage): Tone => tones[stage]

/** The field's terms in this person's language, as words and as options. */
export const usePartnershipWords = () => {
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const options = <Code extends string>(terms: readonly Term<Code>[]) =>
    terms.map((term) => ({ value: term.code, label: term[language.value] }))
  return computed(() => ({
    stage: (code: string) => nameOf(stageTerms, code, language.value),
    scope: (code: string) => nameOf(scopeTerms, code, language.value),
    formality: (code: string) => nameOf(formalityTerms, code, language.value),
    intensity: (code: string) => nameOf(intensityTerms, code, language.value),
    ofKind: (code: string) => nameOf(partnershipKindTerms, code, language.value),
    kind: (code: string) => nameOf(contactKindTerms, code, language.value),
    reason: (code: StageReason) => nameOf(reasonTerms, code, language.value),
    stages: options(stageTerms),
    scopes: options(scopeTerms),
    formalities: options(formalityTerms),
    intensities: options(intensityTerms),
    partnershipKinds: partnershipKindTerms.map(({ meaning, ...term }) => ({
      value: term.code,
      label: `${term[language.value]}: ${meaning[language.value]}`,
    })),
    kinds: options(contactKindTerms),
    reasons: (codes: readonly StageReason[]) =>
      options(reasonTerms.filter(({ code }) => codes.includes(code))),
  }))
}
