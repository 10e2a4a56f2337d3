import { attackModel } from '@common-table/shared/disclosure/attack-model'
import { viewOf } from '@common-table/shared/disclosure/guarded-table'
import {
  publishedTable,
  type PublishedRow,
  type ScreeningRules,
  type StoredFigure,
} from '@common-table/shared/outcomes/published-table'
import { guardApart } from '../disclosure/index.ts'

/** A table larger than this takes long enough by its rules alone to keep other requests waiting. */
const atOnce = 2_000
/** Beyond this an attack takes minutes: what staff see live goes by the rules alone, a release is attacked whatever it takes. */
const attackedUpTo = 3_000

/** A whole table as everyone may see it. One in which something is withheld is attacked, on a thread of its own. */
export const screen = async ({
  figures,
  rules,
}: {
  readonly figures: readonly StoredFigure[]
  readonly rules: ScreeningRules
}): Promise<PublishedRow[]> => {
  const seconds = figures.length > attackedUpTo ? 0 : 10
  if (figures.length <= atOnce) {
    const rows = publishedTable(figures, rules)
    if (attackModel([viewOf(figures, rules, rows)], rules.threshold).questions.length === 0) return rows
  }
  return (await guardApart({ figures, rules, earlier: [], seconds })).rows
}
