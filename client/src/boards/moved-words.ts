import type { Moved } from '@common-table/shared/boards/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'

/** What a figure is compared with: the same day last year, the first day of the quarter, the quarter or the school year before. */
export type Against = 'yearAgo' | 'quarterBegan' | 'quarterBefore' | 'yearBefore'

/** How a tile says what it is compared with. `up` says whether more is better; unset says nothing about it. */
export const useMovedWords = () => {
  const { t } = useI18n()
  const format = useFormats()
  const said = (
    now: number | null,
    before: number | null,
    against: Against,
    write: (value: number) => string,
    up?: boolean,
  ) => {
    if (before === null || now === null) return { comparison: t(`boards.unknown.${against}`) }
    const direction = now === before ? ('level' as const) : now > before ? ('up' as const) : ('down' as const)
    return {
      comparison: t(`boards.against.${against}`, { n: write(before) }),
      direction,
      good: up === undefined || now === before ? undefined : now > before === up,
    }
  }
  const count = (value: number): string => format.value.number(value)
  return {
    count,
    moved: ({ now, before }: Moved, against: Against, up?: boolean) => ({
      value: count(now),
      ...said(now, before, against, count, up),
    }),
    amount: (
      { now, before }: { now: number; before: number | null },
      against: Against,
      write: (value: number) => string,
      up?: boolean,
    ) => ({ value: write(now), ...said(now, before, against, write, up) }),
    students: (
      { now, before }: { now: PublicCell; before: PublicCell },
      say: (cell: PublicCell) => string,
      against: Against,
    ) => ({
      value: say(now),
      ...(before.suppressed
        ? { comparison: t('boards.withheldBefore') }
        : said(now.value, before.value, against, count, true)),
    }),
  }
}
