import { agreementStages } from '@common-table/shared/agreements/vocabulary'
import { documentKinds } from '@common-table/shared/compliance/vocabulary'
import type { Permission } from '@common-table/shared/contract/permission'
import type { TodayKind } from '@common-table/shared/today/kinds'
import type { TodayItem } from '@common-table/shared/today/schemas'
import { linkPurposes } from '@common-table/shared/vocabulary/link-purposes'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import { useSession } from '../platform/session.ts'

/** What one needs to clear a row of a kind; who may only look is shown no button. */
const needs: Record<TodayKind, Permission> = {
  snapshots: 'needs:write',
  mismatches: 'organizations:write',
  questions: 'imports:write',
  requests: 'needs:write',
  offers: 'pipeline:write',
  stuck: 'agreements:write',
  wishes: 'agreements:write',
  visions: 'agreements:write',
  check_ins: 'check-ins:write',
  promises: 'agreements:write',
  actions: 'check-ins:write',
  steps: 'pipeline:write',
  expiring: 'agreements:write',
  returns: 'partnerships:write',
  documents: 'compliance:write',
  hours: 'partnerships:write',
  seat_hours: 'needs:write',
  seat_demand: 'needs:write',
  sessions: 'activities:write',
  stories: 'stories:publish',
  links: 'partnerships:write',
  exits: 'partnerships:write',
  quiet: 'partnerships:write',
  gaps: 'needs:write',
  mails: 'outbox:read',
}

export const useTodayWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const session = useSession()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const relative = new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' })
    const ago = (days: number | null): string => relative.format(-(days ?? 0), 'day')
    const title = (kind: TodayKind, { title, category }: TodayItem): string =>
      category
        ? t('today.gapAt', { school: title, help: (language === 'es' && category.nameEs) || category.name })
        : kind === 'documents'
          ? nameOf(documentKinds, title, language)
          : kind === 'links'
            ? nameOf(linkPurposes, title, language)
            : title
    const said = (kind: TodayKind, { state, day, days, students, count, side }: TodayItem): string => {
      const late = (days ?? 0) > 0
      const facts = {
        ago: ago(days),
        day: day ? format.value.day(day) : '',
        stage: nameOf(agreementStages, state, language),
        side: side ? t(`today.side.${side}`) : '',
        n: count ?? 0,
        students: format.value.number(students ?? 0),
      }
      const key =
        kind === 'stuck'
          ? 'stuck'
          : kind === 'expiring' && state === 'ends'
            ? late
              ? 'ended'
              : 'ends'
            : kind === 'hours' ||
                kind === 'exits' ||
                kind === 'gaps' ||
                kind === 'seat_hours' ||
                kind === 'sessions'
              ? kind
              : `${kind}.${state}`
      const sentence =
        kind === 'hours' || kind === 'exits' || kind === 'seat_hours' || kind === 'sessions'
          ? t(`today.said.${kind}`, facts, count ?? 0)
          : kind === 'gaps'
            ? t('today.said.gaps', facts, students ?? 0)
            : t(`today.said.${key}`, facts)
      const more = [
        kind === 'links' && count === 0 ? t('today.said.unopened') : '',
        students && kind !== 'gaps'
          ? t('today.said.students', { n: format.value.number(students) }, students)
          : '',
      ].filter(Boolean)
      return [sentence, ...more].join(' · ')
    }
    return {
      title,
      said,
      act: (kind: TodayKind, { state }: TodayItem): string =>
        kind === 'check_ins' ||
        kind === 'requests' ||
        kind === 'documents' ||
        kind === 'expiring' ||
        kind === 'visions'
          ? t(`today.act.${kind}.${state}`)
          : t(`today.act.${kind}`),
      acts: (kind: TodayKind): boolean => session.permits(needs[kind]),
    }
  })
}
