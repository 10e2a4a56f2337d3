import type { TodayItem } from '@common-table/shared/today/schemas'
import { countedUpTo } from '@common-table/shared/today/kinds'

/** $1 the reader's schools (null: all), $2 the lead whose partnerships are wanted (null: everybody's), $3 rows of a kind. */
export const today = '(select today from d)'
export const dayOf = (instant: string): string => `(${instant} at time zone (select time_zone from d))::date`

/** Whether the partnership of this id is the reader's to see, and one they lead where only those are asked for. */
export const reaches = (district: string, id: string): string => `($1::uuid[] is null or exists (select
      from partnership_schools s where s.district_id = ${district} and s.partnership_id = ${id} and s.school_id = any ($1)))
    and ($2::uuid is null or exists (select
      from partnerships l where l.district_id = ${district} and l.id = ${id} and l.lead_user_id = $2))`

/** Whether the partnership of this id goes on: nothing more is asked of one that is paused or ended. */
export const goesOn = (district: string, id: string): string => `exists (select from partnerships g
    where g.district_id = ${district} and g.id = ${id} and g.stage not in ('paused', 'ended') offset 0)`

/** Whether the organisation of this id works with the reader, by a partnership that goes on. */
export const worksWith = (district: string, id: string): string => `exists (select from partnerships w
    where w.district_id = ${district} and w.organization_id = ${id} and w.stage not in ('paused', 'ended')
      and ${reaches('w.district_id', 'w.id')} offset 0)`

export interface Group {
  /** Rows with `id` and `place`, the most pressing first; what the row also needs may stand beside. */
  found: string
  /** FROM and WHERE beside `f`, the found rows that are shown. */
  from: string
  item: Partial<Record<keyof Omit<TodayItem, 'days'>, string>>
}

/** Only as many of a part as could ever be counted, so that its index is left early. */
export const first = (order: string): string => `order by ${order} limit ${countedUpTo + 1}`

/** Places rows in an order and stops where they are no longer counted. */
export const inOrder = (columns: string, from: string, order: string): string =>
  `select ${columns}, row_number() over (order by ${order}) as place from ${from} ${first(order)}`

const reference = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
export const ofPartnership = { partnership: reference('p'), organization: reference('o') }
export const ofOrganization = { organization: reference('o') }
export const joinPartnership = (district: string, id: string, kind = 'join'): string =>
  `${kind} partnerships p on p.district_id = ${district} and p.id = ${id}
    ${kind} organizations o on o.district_id = p.district_id and o.id = p.organization_id`

const fields = [
  'id',
  'title',
  'state',
  'partnership',
  'organization',
  'parentId',
  'side',
  'day',
  'students',
  'category',
  'count',
  'version',
] as const
export const itemJson = (item: Group['item']): string =>
  `json_build_object(${fields.map((name) => `'${name}', ${item[name] ?? 'null'}`).join(', ')},
    'days', ${item.day ? `${today} - ${item.day}` : 'null'})`
