import { documentKinds, rejectReasons } from '@common-table/shared/compliance/vocabulary'
import { contactKindTerms, stageTerms } from '@common-table/shared/partnerships/vocabulary'
import type { TimelineItem } from '@common-table/shared/timeline/schemas'
import { linkPurposes } from '@common-table/shared/vocabulary/link-purposes'
import { changeReasons, exitReasons } from '@common-table/shared/vocabulary/reasons'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useChangeWords } from '../audit/index.ts'
import { useFormats } from '../platform/formats.ts'

const reasons = [...changeReasons, ...exitReasons, ...rejectReasons]

/** What happened, in a sentence of this person's language, and what there is to know beside it. */
export const useStoryWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const changes = useChangeWords()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const day = (value: string | null) => (value ? format.value.day(value) : '')
    const side = (code: string | null) => (code ? t(`timeline.side.${code}`) : '')
    const headline = ({ kind, code, by, title, to, state, day: on, change }: TimelineItem): string => {
      const who = by || t('timeline.somebody')
      if (change)
        return t(`timeline.said.${change.action}`, { who, what: changes.value.record(change.table) })
      if (kind === 'change')
        return t(code === 'overlap' ? 'timeline.said.overlap' : 'timeline.said.people', { who })
      if (kind === 'stage')
        return code === 'created'
          ? t('timeline.said.created', { who })
          : t('timeline.said.stage', {
              who,
              from: nameOf(stageTerms, state ?? '', language),
              to: nameOf(stageTerms, code, language),
            })
      if (kind === 'check_in')
        return code === 'planned'
          ? t('timeline.said.planned', { day: day(on) })
          : t(`timeline.said.${code}`, { who, side: side(to), day: day(on) })
      if (kind === 'document')
        return code === 'handed_in'
          ? t('timeline.said.handedIn', { who, what: nameOf(documentKinds, title ?? '', language) })
          : t(code === 'signed' ? 'timeline.said.signedPaper' : 'timeline.said.issued', { what: title ?? '' })
      if (kind === 'email') return t('timeline.said.email', { what: title ?? '' })
      if (kind === 'link')
        return t('timeline.said.link', { who, what: nameOf(linkPurposes, title ?? '', language) })
      return t('timeline.said.touch', { who, kind: nameOf(contactKindTerms, code, language) })
    }
    const about = ({ kind, code, to, state, day: on, reason }: TimelineItem): string =>
      [
        kind === 'email' || kind === 'link' ? t('timeline.said.to', { to: to ?? '' }) : '',
        state && kind !== 'stage' ? t(`timeline.states.${kind}.${state}`) : '',
        kind === 'document' && code === 'handed_in' && on ? t('timeline.said.until', { day: day(on) }) : '',
        kind === 'touch' && on ? day(on) : '',
        reason ? nameOf(reasons, reason, language) : '',
      ]
        .filter(Boolean)
        .join(' · ')
    return { headline, about }
  })
}
