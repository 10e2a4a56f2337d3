import type { Desk } from '@common-table/shared/boards/desk-schemas'
import { useI18n } from 'vue-i18n'
import { csvOf, fileNameOf, saveFile, type Cells } from '../platform/downloads.ts'

/** The sums of a director's desk as a CSV file. */
export const useDeskFile = () => {
  const { t } = useI18n()
  const rows = ({ pipeline, agreements, renewals, placements, quiet }: Desk): Cells[] => [
    ['what', 'now', 'before'].map((key) => t(`boards.file.${key}`)),
    [t('boards.desk.prospects'), pipeline.open.now, pipeline.open.before],
    [t('boards.desk.offers'), pipeline.offers],
    [t('boards.desk.underWay'), agreements.underWay],
    [t('boards.desk.signed'), agreements.signed.now, agreements.signed.before],
    [t('boards.desk.ending', { n: renewals.days }), renewals.ending],
    [t('boards.desk.undecided'), placements.undecided],
    [t('boards.desk.quiet', { n: quiet.days }), quiet.count],
  ]
  return (of: Desk): void =>
    saveFile(
      new Blob([csvOf(rows(of))], { type: 'text/csv;charset=utf-8' }),
      `${fileNameOf(t('boards.desk.title'))}.csv`,
    )
}
