import {
  consentParts,
  consentRelations,
  consentStatuses,
  consentWays,
  evidenceLabels,
  storyStatuses,
  takeBackReasons,
  type ConsentStatus,
  type StoryStatus,
} from '@common-table/shared/stories/vocabulary'
import { settings } from '@common-table/shared/vocabulary/settings'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export const statusTones: Record<StoryStatus, Tone> = {
  draft: 'neutral',
  consent: 'info',
  review: 'warning',
  published: 'success',
  taken_back: 'danger',
}
export const consentTones: Record<ConsentStatus, Tone> = {
  asked: 'info',
  given: 'success',
  declined: 'danger',
  withdrawn: 'danger',
  outdated: 'neutral',
}

/** The terms of stories in this person's language. */
export const useStoryWords = () => {
  const { locale } = useI18n()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    return {
      status: (code: string) => nameOf(storyStatuses, code, language),
      evidence: (code: string) => nameOf(evidenceLabels, code, language),
      setting: (code: string) => nameOf(settings, code, language),
      part: (code: string) => nameOf(consentParts, code, language),
      relation: (code: string) => nameOf(consentRelations, code, language),
      way: (code: string) => nameOf(consentWays, code, language),
      consent: (code: string) => nameOf(consentStatuses, code, language),
      because: (code: string) => nameOf(takeBackReasons, code, language),
      statuses: options<string>(storyStatuses),
      evidences: options(evidenceLabels),
      settings: options(settings),
      parts: options(consentParts),
      relations: options(consentRelations),
      ways: options(consentWays),
      reasons: options(takeBackReasons),
    }
  })
}
