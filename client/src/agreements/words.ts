import { sharingBases } from '@common-table/shared/agreements/data-sharing'
import { gateReasonTerms } from '@common-table/shared/agreements/route'
import type { Agreement } from '@common-table/shared/agreements/schemas'
import { sectionGroups } from '@common-table/shared/agreements/section-terms'
import { typeReasons, type TypeReason } from '@common-table/shared/agreements/suggest-type'
import {
  agreementKinds,
  agreementStages,
  agreementStandings,
  agreementTypes,
  sectionStates,
  type AgreementStage,
  type AgreementStanding,
  type SectionState,
} from '@common-table/shared/agreements/vocabulary'
import { cadenceTerms, dueStandingTerms } from '@common-table/shared/obligations/vocabulary'
import type { DueStanding } from '@common-table/shared/obligations/standing'
import { changeReasons, exitReasons } from '@common-table/shared/vocabulary/reasons'
import { nameOf, type Term } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

export const stageTones: Record<AgreementStage, Tone> = {
  draft: 'neutral',
  legal: 'info',
  risk: 'info',
  board: 'info',
  signatures: 'warning',
  signed: 'success',
  withdrawn: 'neutral',
}
export const standingTones: Record<AgreementStanding, Tone> = {
  unsigned: 'neutral',
  upcoming: 'info',
  in_force: 'success',
  expired: 'danger',
  ended: 'neutral',
  replaced: 'neutral',
}
export const sectionTones: Record<SectionState, Tone> = {
  not_yet_addressed: 'neutral',
  under_discussion: 'warning',
  finalized: 'success',
}
export const dueTones: Record<DueStanding, Tone> = {
  open: 'neutral',
  soon: 'warning',
  overdue: 'danger',
  kept: 'success',
  late: 'warning',
  missed: 'danger',
  waived: 'neutral',
  void: 'neutral',
}

/** The closed lists of agreements in the reader's language, as words and as options. */
export const useAgreementWords = () => {
  const { locale } = useI18n()
  return computed(() => {
    const language = locale.value === 'es' ? 'es' : 'en'
    const say = (terms: readonly Term[]) => (code: string) => nameOf(terms, code, language)
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    return {
      type: say(agreementTypes),
      stage: say(agreementStages),
      standing: say(agreementStandings),
      kind: say(agreementKinds),
      sectionState: say(sectionStates),
      group: say(sectionGroups),
      cadence: say(cadenceTerms),
      dueStanding: say(dueStandingTerms),
      basis: say(sharingBases),
      typeReason: (code: TypeReason) => nameOf(typeReasons, code, language),
      gateReason: say(gateReasonTerms),
      changeReason: say(changeReasons),
      endReason: say([...exitReasons, ...changeReasons]),
      types: options(agreementTypes),
      stages: options(agreementStages),
      sectionStates: options(sectionStates),
      cadences: options(cadenceTerms),
      bases: options(sharingBases),
      changeReasons: options(changeReasons),
      endReasons: options([...exitReasons, ...changeReasons]),
    }
  })
}

/** What a badge says: how far it is until it is signed, then whether it holds. */
export const badgeOf = ({ stage, standing }: Pick<Agreement, 'stage' | 'standing'>) =>
  stage === 'signed'
    ? ({ tone: standingTones[standing], word: 'standing', code: standing } as const)
    : ({ tone: stageTones[stage], word: 'stage', code: stage } as const)
