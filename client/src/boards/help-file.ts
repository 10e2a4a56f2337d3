import type { HelpDone } from '@common-table/shared/boards/help-done-schemas'
import { evidenceLabels } from '@common-table/shared/stories/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useI18n } from 'vue-i18n'
import { useFigures } from '../outcomes/index.ts'
import { csvOf, fileNameOf, saveFile, type Cells } from '../platform/downloads.ts'

/** What a partner's help did as a CSV file, exactly as shown. */
export const useHelpFile = () => {
  const { t, locale } = useI18n()
  const figures = useFigures()
  const es = () => locale.value === 'es'
  const rows = ({ sessions, students, schools, evidence, missing }: HelpDone): Cells[] => [
    ['what', 'now', 'before'].map((key) => t(`boards.file.${key}`)),
    [t('boards.help.delivered'), sessions.delivered, sessions.before],
    [t('boards.help.planned'), sessions.planned],
    [t('boards.help.hours'), sessions.hours],
    [
      t('boards.reach.students'),
      students.suppressed ? figures.say({ unit: 'count', decimals: 0 }, students) : students.value,
    ],
    [t('boards.head.schools'), schools.length],
    [t('contribution.evidence'), nameOf(evidenceLabels, evidence, es() ? 'es' : 'en')],
    [],
    [t('boards.help.quarter'), t('boards.help.planned'), t('boards.help.delivered')],
    ...sessions.quarters.map(({ label, planned, delivered }): Cells => [label, planned, delivered]),
    [],
    [t('boards.help.missing'), t('boards.head.schools')],
    ...missing.map(({ category, schools: at }): Cells => [es() ? category.nameEs : category.name, at]),
  ]
  return (of: HelpDone): void =>
    saveFile(
      new Blob([csvOf(rows(of))], { type: 'text/csv;charset=utf-8' }),
      `${fileNameOf(`${t('boards.help.title')} ${of.partnership}`)}.csv`,
    )
}
