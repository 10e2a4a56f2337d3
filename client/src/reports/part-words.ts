import { agreementStages, agreementTypes } from '@common-table/shared/agreements/vocabulary'
import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { ReportBody } from '@common-table/shared/reports/body-schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useI18n } from 'vue-i18n'
import { useFigures } from '../outcomes/index.ts'
import { usePartnershipWords } from '../partnerships/index.ts'
import { useFormats } from '../platform/formats.ts'

const people = { unit: 'count', decimals: 0 } as const
const atWork: readonly string[] = ['active', 'expanding', 'renewing']

/** What a report says in the reader's language. */
export const usePartWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const figures = useFigures()
  const partnership = usePartnershipWords()
  const language = () => (locale.value === 'es' ? 'es' : 'en')
  return {
    running: ({ partnerships }: NonNullable<ReportBody['reach']>): number =>
      partnerships.reduce((sum, { stage, count }) => sum + (atWork.includes(stage) ? count : 0), 0),
    students: (cell: PublicCell): string => figures.say(people, cell),
    tier: (code: string): string => nameOf(equityTiers, code, language()),
    type: (code: string): string => nameOf(agreementTypes, code, language()),
    gate: (code: string): string => nameOf(agreementStages, code, language()),
    stage: (code: string): string => partnership.value.stage(code),
    side: (code: string): string => t(`reports.side.${code}`),
    ratio: (ratio: number | null): string =>
      ratio === null
        ? t('reports.noRatio')
        : t(ratio >= 1 ? 'reports.ratioFair' : 'reports.ratioUnfair', { n: format.value.number(ratio, 2) }),
  }
}
