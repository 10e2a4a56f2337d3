import type { SchoolLevel } from '@common-table/shared/schools/schemas'
import type { KnownMetric } from '@common-table/shared/imports/kinds/kind'
import type { KnownCategory } from '@common-table/shared/imports/kinds/match-category'
import type { SchoolRecord } from '@common-table/shared/matching/school-index'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import type { PeriodKind } from '@common-table/shared/outcomes/metric-schemas'
import { foldText } from '@common-table/shared/matching/text'
import type { Writing } from './queries-staging.ts'

/** The district's metrics that are in use, in the dictionary's order of age. */
export const knownMetricsText = `select id, code, json_build_object('en', name, 'es', coalesce(nullif(name_es, ''), name)) as name, unit, family, period_kind as period
  from metrics where district_id = app_district() and active order by id`

export interface MetricRow {
  id: string
  code: string
  name: { en: string; es: string }
  unit: Unit
  family: string
  period: PeriodKind
}

export const knownMetrics = (sql: Writing): Promise<KnownMetric[]> => sql.rows<MetricRow>(knownMetricsText)

/** Rows of one sort numbered from 0, found by any of the ways a file may write them. */
export interface Numbered {
  readonly ids: string[]
  readonly at: ReadonlyMap<string, number>
}

const numbered = (rows: readonly { id: string; keys: readonly string[] }[]): Numbered => {
  const at = new Map<string, number>()
  for (const [index, { keys }] of rows.entries()) for (const key of keys) if (!at.has(key)) at.set(key, index)
  return { ids: rows.map(({ id }) => id), at }
}

export type KnownSchools = Numbered & { readonly levels: SchoolLevel[] }

/** The schools by code, folded. */
export const knownSchools = async (sql: Writing): Promise<KnownSchools> => {
  const rows = await sql.rows<{ id: string; code: string; level: SchoolLevel }>(
    'select id, code, level from schools where district_id = app_district() order by code',
  )
  return {
    ...numbered(rows.map(({ id, code }) => ({ id, keys: [foldText(code)] }))),
    levels: rows.map(({ level }) => level),
  }
}

export type KnownPeriods = Numbered & { readonly kinds: PeriodKind[] }

/** The periods by `2024-25`, `2024-25 quarter 2`. */
export const knownPeriods = async (sql: Writing): Promise<KnownPeriods> => {
  const rows = await sql.rows<{ id: string; label: string; kind: PeriodKind; ordinal: number }>(
    `select p.id, y.label, p.kind, p.ordinal from periods p
     join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
     where p.district_id = app_district() order by p.starts_on, p.id`,
  )
  const found = numbered(
    rows.map(({ id, label, kind, ordinal }) => ({
      id,
      keys: [kind === 'year' ? label : `${label} ${kind} ${ordinal}`],
    })),
  )
  return { ...found, kinds: rows.map(({ kind }) => kind) }
}

/** The student groups by code and names. */
export const knownGroups = async (sql: Writing): Promise<Numbered> => {
  const rows = await sql.rows<{ id: string; code: string; name: string; name_es: string }>(
    'select id, code, name, name_es from student_groups where district_id = app_district() order by position, id',
  )
  return numbered(
    rows.map(({ id, code, name, name_es }) => ({
      id,
      keys: [
        code.replaceAll('_', ' '),
        foldText(name),
        foldText(name_es),
        ...(code === 'all' ? allStudents : []),
      ],
    })),
  )
}

/** How files write that a row is about everyone. */
const allStudents = ['', 'all', 'all students', 'all grades', 'total', 'overall', 'everyone', 'school']

/** The kinds of help in use, with every word they go by. */
export const knownCategories = async (sql: Writing): Promise<KnownCategory[]> => {
  const rows = await sql.rows<{
    id: string
    code: string
    group_code: string
    name: string
    name_es: string
    synonyms: string[]
    tiers: number[]
    unit: string
  }>(
    `select id, code, group_code, name, name_es, synonyms, tiers, unit from categories
     where district_id = app_district() and active order by position, code`,
  )
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    group: row.group_code,
    tiers: row.tiers,
    unit: row.unit,
    words: [row.name, row.name_es, ...row.synonyms].filter(Boolean),
  }))
}

/** The schools as sites are matched against them. */
export const schoolsToMatch = async (sql: Writing): Promise<SchoolRecord[]> => {
  const rows = await sql.rows<{
    id: string
    code: string
    name: string
    area: string
    address: string
    latitude: number | null
    longitude: number | null
    grades: string[]
  }>(
    'select id, code, name, area, address, latitude, longitude, grades from schools where district_id = app_district() order by code',
  )
  return rows.map(({ latitude, longitude, ...row }) => ({
    ...row,
    latitude: latitude ?? undefined,
    longitude: longitude ?? undefined,
  }))
}
