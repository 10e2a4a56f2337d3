import { holds } from '@common-table/shared/contract/permission'
import { refusal } from '@common-table/shared/contract/refusals'
import type { ExploreQuery } from '@common-table/shared/outcomes/explorer-schemas'
import type { Actor } from '../http/actor.ts'

type Filters = Pick<ExploreQuery, 'level' | 'area' | 'tier'>

/** Equity tiers are not for everybody (domain 3.11: a ranking marks a school), so neither is choosing schools by them. */
export const seesTiers = ({ permissions }: Pick<Actor, 'permissions'>): boolean =>
  holds(permissions, 'equity:read')

export const refuseHiddenTiers = (actor: Actor, tier: readonly string[] | undefined): void => {
  if (tier && tier.length > 0 && !seesTiers(actor)) throw refusal('tiers-not-shown')
}

const some = <T>(values: readonly T[] | undefined): readonly T[] | null =>
  values && values.length > 0 ? values : null

/** What schools are chosen by, as a statement takes it; null is no choice. */
export const placeValues = ({ level, area, tier }: Filters) => [some(level), some(area), some(tier)]

/** Every school with its equity tier of the index that counts. */
export const placesWith = (
  columns: string,
): string => `select ${columns}, e.tier from schools s left join equity_scores e on e.district_id = app_district()
    and e.version_id = current_equity_version() and e.school_id = s.id
  where s.district_id = app_district()`

/** Whether a place is among those chosen; the three parameters begin at `first`. */
export const among = (alias: string, first: number): string =>
  `($${first}::text[] is null or ${alias}.level = any ($${first})) and ($${first + 1}::text[] is null or ${alias}.area = any ($${first + 1}))
    and ($${first + 2}::text[] is null or ${alias}.tier = any ($${first + 2}))`
