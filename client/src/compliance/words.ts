import type { Reason } from '@common-table/shared/compliance/schemas'
import {
  clearanceStatuses,
  documentKinds,
  documentStates,
  rejectReasons,
  requirementConditions,
  type ClearanceStatus,
  type DocumentKind,
  type DocumentState,
  type RejectReason,
  type RequirementCondition,
} from '@common-table/shared/compliance/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const clearanceTones = {
  green: 'success',
  amber: 'warning',
  red: 'danger',
} as const satisfies Record<ClearanceStatus, Tone>

export const stateTones = {
  missing: 'danger',
  submitted: 'info',
  approved: 'success',
  expiring: 'warning',
  expired: 'danger',
  rejected: 'danger',
  waived: 'neutral',
} as const satisfies Record<DocumentState, Tone>

/** The closed lists of compliance in the reader's language, and why an answer is what it is, as a sentence. */
export const useComplianceWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  return computed(() => {
    const language = locale.value === 'es' ? 'es' : 'en'
    const kind = (code: DocumentKind) => nameOf(documentKinds, code, language)
    const state = (code: DocumentState) => nameOf(documentStates, code, language)
    const day = (value: string) => format.value.day(value)
    const reason = (one: Reason): string => {
      if (one.code !== 'document') return t(`compliance.reasons.${one.code}`)
      const what = kind(one.kind)
      return one.expiresOn && (one.state === 'expiring' || one.state === 'expired')
        ? t(`compliance.reasons.${one.state}`, { what, day: day(one.expiresOn) })
        : t('compliance.reasons.document', { what, state: state(one.state).toLocaleLowerCase(language) })
    }
    return {
      kind,
      state,
      reason,
      status: (code: ClearanceStatus) => nameOf(clearanceStatuses, code, language),
      condition: (code: RequirementCondition) => nameOf(requirementConditions, code, language),
      rejectReason: (code: RejectReason) => nameOf(rejectReasons, code, language),
      conditions: requirementConditions.map((term) => ({ value: term.code, label: term[language] })),
      rejectReasons: rejectReasons.map((term) => ({ value: term.code, label: term[language] })),
    }
  })
}
