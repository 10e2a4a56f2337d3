import { schoolYearLabel, schoolYearOf } from '@common-table/shared/calendar/school-years'
import { reportKinds, reportQuarter, type ReportKind } from '@common-table/shared/reports/kinds'
import type { ReportListed } from '@common-table/shared/reports/schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDistrict } from '../district/index.ts'

export const statusTones = {
  waiting: 'neutral',
  working: 'info',
  ready: 'success',
  failed: 'danger',
} as const

/** How reports and the times they are about are called. */
export const useReportWords = () => {
  const { t, locale } = useI18n()
  const district = useDistrict()
  const startMonth = computed(() => district.data.value?.schoolYearStartMonth ?? 7)
  const language = () => (locale.value === 'es' ? 'es' : 'en')
  const span = (kind: ReportKind, from: string): string => {
    const year = schoolYearLabel(schoolYearOf(from, startMonth.value))
    if (kind === 'board_quarter')
      return t('reports.quarter', { n: reportQuarter(from, startMonth.value), year })
    if (kind === 'funder_year') return t('reports.year', { year })
    return new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${from}T12:00:00Z`),
    )
  }
  const kindOf = (kind: ReportKind): string => nameOf(reportKinds, kind, language())
  const titleOf = ({ kind, from, lead, funder }: Pick<ReportListed, 'kind' | 'from' | 'lead' | 'funder'>) =>
    [kindOf(kind), lead?.name ?? funder, span(kind, from)].filter(Boolean).join(' · ')
  return {
    startMonth,
    span,
    kindOf,
    titleOf,
    kinds: computed(() => reportKinds.map(({ code }) => ({ value: code, label: kindOf(code) }))),
  }
}
