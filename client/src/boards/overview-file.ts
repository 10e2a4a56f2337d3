import type { Overview } from '@common-table/shared/boards/schemas'
import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFigures } from '../outcomes/index.ts'
import { csvOf, fileNameOf, saveFile, type Cells } from '../platform/downloads.ts'
import { useAims } from './aims.ts'

/** Every table of the page as one CSV file, exactly as shown. */
export const useOverviewFile = () => {
  const { t, locale } = useI18n()
  const figures = useFigures()
  const shown = shallowRef<Overview>()
  const aims = useAims(() => shown.value ?? { objectives: [], figures: [] })
  const people = { unit: 'count', decimals: 0 } as const
  const cell = (one: PublicCell) => (one.suppressed ? figures.say(people, one) : one.value)

  const rows = ({ reach, gaps, equity, value, risks, stories }: Overview): Cells[] => {
    const part = (key: string) => t(`boards.${key}.title`)
    const dollars = (cents: number | null) => (cents === null ? null : cents / 100)
    return [
      ['part', 'what', 'now', 'before', 'target'].map((key) => t(`boards.file.${key}`)),
      [part('reach'), t('boards.reach.students'), cell(reach.students.now), cell(reach.students.before)],
      [
        part('reach'),
        t('boards.reach.schools'),
        reach.schoolsWithPartner.now,
        reach.schoolsWithPartner.before,
      ],
      [part('reach'), t('boards.reach.partners'), reach.partners.now, reach.partners.before],
      [part('reach'), t('boards.reach.partnerships'), reach.partnerships.now, reach.partnerships.before],
      [part('gaps'), t('boards.gaps.open'), gaps.openNeeds.now, gaps.openNeeds.before],
      [part('gaps'), t('boards.gaps.severe'), gaps.severe],
      [part('gaps'), t('boards.gaps.ratio'), equity.ratio, equity.before?.ratio],
      ...gaps.tiers.flatMap(({ tier, schools, openNeeds, per100, withoutPartner }): Cells[] => {
        const name = nameOf(equityTiers, tier, locale.value === 'es' ? 'es' : 'en')
        return [
          [part('gaps'), `${name}: ${t('boards.head.schools')}`, schools],
          [part('gaps'), `${name}: ${t('boards.head.openNeeds')}`, openNeeds],
          [part('gaps'), `${name}: ${t('boards.head.per100')}`, per100],
          [part('gaps'), `${name}: ${t('boards.head.without')}`, withoutPartner],
        ]
      }),
      ...gaps.help.flatMap(({ tier, wanted, missing }): Cells[] => [
        [part('gaps'), `${t(`boards.gaps.tierOfHelp.${tier}`)}: ${t('boards.head.wanted')}`, cell(wanted)],
        [part('gaps'), `${t(`boards.gaps.tierOfHelp.${tier}`)}: ${t('boards.head.missing')}`, cell(missing)],
      ]),
      ...aims.value.map(({ name, said, comparison, target }): Cells => [
        part('targets'),
        name,
        said,
        comparison,
        target,
      ]),
      [
        part('value'),
        t('boards.value.partner'),
        dollars(value.partnerCents.now),
        dollars(value.partnerCents.before),
      ],
      [
        part('value'),
        t('boards.value.district'),
        dollars(value.districtCents.now),
        dollars(value.districtCents.before),
      ],
      [part('value'), t('boards.value.hours'), value.volunteerHours.now, value.volunteerHours.before],
      [part('risks'), t('boards.risks.ending'), risks.ending.count],
      [part('risks'), t('boards.risks.overdue'), risks.overdue.count, risks.overdueBefore],
      [part('risks'), t('boards.risks.stuck'), risks.stuck.count],
      [part('risks'), t('boards.risks.unserved'), risks.unserved.count],
      [part('stories'), t('boards.stories.title'), stories.published.now, stories.published.before],
    ]
  }
  return (of: Overview): void => {
    shown.value = of
    const file = new Blob([csvOf(rows(of))], { type: 'text/csv;charset=utf-8' })
    saveFile(file, `${fileNameOf(`${t('boards.title')} ${of.districtName}`)}.csv`)
  }
}
