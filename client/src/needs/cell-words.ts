import type { BoardSum } from '@common-table/shared/needs/board'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import type { MatrixCell } from '../ui/MatrixGrid.vue'
import { useNeedWords } from './words.ts'

/** A gap as it is written in a cell: places missing; an asterisk where help stands only on paper. */
export const useCellWords = () => {
  const { t } = useI18n()
  const format = useFormats()
  const words = useNeedWords()
  return computed(() => (sum: BoardSum | undefined): MatrixCell => {
    if (!sum || sum.status === 'no_need')
      return { text: '·', step: undefined, spoken: t('needs.board.nothing') }
    const unknown = sum.demand === 0 && sum.step > 0
    const paper = sum.paper > 0 && sum.unmet > 0 ? '*' : ''
    return {
      text: unknown ? '?' : `${format.value.number(sum.unmet)}${paper}`,
      step: sum.step,
      spoken: t('needs.board.spoken', {
        status: words.value.gap(sum.status),
        unmet: unknown ? '?' : format.value.number(sum.unmet),
        demand: unknown ? '?' : format.value.number(sum.demand),
        verified: format.value.number(sum.verified),
        paper: format.value.number(sum.paper),
      }),
    }
  })
}
