import type { OutlookFacts } from '@common-table/shared/outlook/facts'
import { keptOf } from '@common-table/shared/obligations/standing'
import type { Funding } from '@common-table/shared/outlook/schemas'
import { visionState, type Yes } from '@common-table/shared/vision/standing'
import type { Side } from '@common-table/shared/vocabulary/sides'

/** Facts as PostgreSQL writes them: people by name, the vision by its versions and confirmations. */
export type FactsRow = Omit<OutlookFacts, 'champions' | 'vision' | 'fundings' | 'agreement'> & {
  champions: Record<Side, string[]>
  vision: { numbers: number[]; yeses: Yes[]; written: boolean }
  fundings: Funding[]
  agreement: (NonNullable<OutlookFacts['agreement']> & { id: string; title: string }) | null
}

export const factsFrom = (row: FactsRow): OutlookFacts => ({
  ...row,
  champions: { district: row.champions.district.length, partner: row.champions.partner.length },
  vision: visionState(row.vision.numbers, row.vision.yeses, row.vision.written, row.today).standing,
})

export const keptBoth = ({ promises }: Pick<OutlookFacts, 'promises'>) => ({
  district: keptOf(promises.district),
  partner: keptOf(promises.partner),
})
