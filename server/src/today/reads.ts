import type { TodayKind } from '@common-table/shared/today/kinds'
import { groups } from './groups.ts'

/** Where a name stands for less than the whole table, or a function reads it. */
const alsoRead: Partial<Record<TodayKind, readonly string[]>> = {
  quiet: ['partnership_contacts'],
  returns: ['partnership_contacts'],
  gaps: ['equity_versions'],
  seat_demand: ['school_years'],
}
const ofTheStatement = ['d', 'limits', 'districts']

/** The tables a kind's own SQL names, so that none is forgotten. */
export const tablesOf = (kind: TodayKind): string[] => {
  const { found, from, item } = groups[kind]
  const sql = [found, `join ${from}`, ...Object.values(item)].join('\n')
  const named = sql.matchAll(/\b(?:from|join)\s+([a-z_]+)\b(?!\()/g)
  const tables = [...named].map(([, name]) => name!) // the pattern has one group
  return [...new Set([...tables, ...(alsoRead[kind] ?? [])])].filter((name) => !ofTheStatement.includes(name))
}

/** The kinds of mark (migration 0046) that say that a kind's rows may be others now. */
export const marksOf = (kind: TodayKind): string[] =>
  ['districts', ...tablesOf(kind)].map((name) => `today_${name}`)
