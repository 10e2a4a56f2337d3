import type { SchoolBoard } from '@common-table/shared/boards/school-schemas'
import { useI18n } from 'vue-i18n'
import { useFigures } from '../outcomes/index.ts'
import { csvOf, fileNameOf, saveFile, type Cells } from '../platform/downloads.ts'

/** The tables of a school's page as one CSV file, exactly as shown. */
export const useSchoolFile = () => {
  const { t } = useI18n()
  const figures = useFigures()
  const rows = ({
    figures: measured,
    needs,
    requests,
    help,
    partners,
    promises,
    fidelity,
  }: SchoolBoard): Cells[] => [
    [...['what', 'now', 'before', 'target'].map((key) => t(`boards.file.${key}`)), t('outcomes.district')],
    ...measured.map(({ metric, cell, before, target, district }): Cells => [
      figures.named(metric),
      cell.value ?? figures.say(metric, cell),
      before ? (before.value ?? figures.say(metric, before)) : null,
      target?.value,
      district.value ?? figures.say(metric, district),
    ]),
    [t('boards.gaps.open'), needs.open.now, needs.open.before],
    [t('boards.school.answered'), needs.answered.now, needs.answered.before],
    [t('boards.school.requests'), requests.open],
    [t('boards.school.week'), help.week],
    [t('boards.school.fidelity'), fidelity.now.percent, fidelity.before.percent],
    [t('boards.reach.partners'), partners.count.now, partners.count.before],
    [t('boards.school.overdue'), promises.overdue],
    [],
    [t('boards.school.list.promises'), t('boards.head.side'), t('boards.school.day')],
    ...promises.items.map(({ what, side, day, partner }): Cells => [
      what,
      t(`boards.school.side.${side}`, { partner }),
      day,
    ]),
    [],
    [t('boards.school.list.coming'), t('boards.school.partner'), t('boards.school.day')],
    ...help.items.map(({ title, partner, day }): Cells => [title, partner, day]),
  ]
  return (of: SchoolBoard): void =>
    saveFile(
      new Blob([csvOf(rows(of))], { type: 'text/csv;charset=utf-8' }),
      `${fileNameOf(of.school.name)}.csv`,
    )
}
