import type { recordWords } from '../audit/record-words.ts'
import type { Permission } from '../contract/permission.ts'
import type { SubjectKey } from './codes.ts'
import type { FigureSource } from './sources.ts'

/** A table by the name the audit has words for. */
export type ReadTable = keyof typeof recordWords

/** What a district has set that a figure depends on. */
export const figureSettings = [
  'suppression_threshold',
  'capacity_fresh_days',
  'over_supply_percent',
  'going_cold_days',
  'equity_version',
  'target',
] as const
export type FigureSetting = (typeof figureSettings)[number]

/** What a figure is made from and by which rule. */
export interface FigureRow {
  /** The module below shared/src where the rule lives, and its version, which stands in the same file. */
  readonly rule: readonly [module: string, version: number]
  readonly source: FigureSource
  readonly access: Permission
  readonly reads: readonly ReadTable[]
  readonly takes: readonly SubjectKey[]
  readonly settings: readonly FigureSetting[]
}

export const figureRow = (
  rule: FigureRow['rule'],
  source: FigureSource,
  access: Permission,
  reads: readonly ReadTable[],
  takes: readonly SubjectKey[] = [],
  settings: readonly FigureSetting[] = [],
): FigureRow => ({ rule, source, access, reads, takes, settings })
