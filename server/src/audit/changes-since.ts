import { ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { recentChanges } from './queries.ts'

const camel = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const shown = (value: unknown): string => {
  if (value === null || value === '') return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 160 ? `“${text.slice(0, 160)}…”` : `“${text}”`
}

/**
 * Refuses a save made on an older version, and says who changed which field from what to what since then. Each saved
 * change of a record is one version and one row of the audit, so the difference tells how many rows to read.
 */
export const refuseStale = async (
  db: Db,
  record: { table: string; id: string; version: number; readVersion: number; quiet?: readonly string[] },
  current: unknown,
): Promise<never> => {
  const rows = await recentChanges(
    db,
    record.table,
    record.id,
    Math.max(1, record.version - record.readVersion),
  )
  const fields = rows.flatMap(({ actorName, changes }) =>
    Object.entries(changes)
      .filter(([column]) => !record.quiet?.includes(column))
      .map(([column, [before, after]]) => ({
        field: camel(column),
        rule: 'changed',
        message: `${actorName} changed it from ${shown(before)} to ${shown(after)}.`,
      })),
  )
  const people = [...new Set(rows.map(({ actorName }) => actorName))]
  throw new ProblemError(
    'stale',
    `${people.join(' and ') || 'Someone'} changed this in the meantime. Look at what changed, then save again.`,
    { fields, current },
  )
}
