import { isDate } from '../calendar/dates.ts'
import { languages } from '../vocabulary/languages.ts'
import { settings } from '../vocabulary/settings.ts'
import type { Term } from '../vocabulary/terms.ts'
import { sheetColumns, type SheetColumnCode, type SheetRow } from './sheet-columns.ts'
import type { NewActivity } from './schemas.ts'
import { epsteinTypes, fourCs, peopleKinds } from './vocabulary.ts'

/** Why a cell cannot be taken. A closed list, so that a client can say each in the reader's language. */
export const sheetRules = [
  'needed',
  'day',
  'future',
  'number',
  'school',
  'own-school',
  'service',
  'several-services',
  'unknown',
  'long',
  'more-than-one',
  'no-session',
  'twice',
  'there',
] as const
export type SheetRule = (typeof sheetRules)[number]
export interface SheetProblem {
  /** Counted from 0. */
  readonly row: number
  readonly column: SheetColumnCode
  readonly rule: SheetRule
}

/** What names in a sheet stand for; every key as `sheetKey` writes it. */
export interface SheetGround {
  readonly today: string
  readonly schools: Readonly<Record<string, string>>
  /** Those of the name; more than one where several organizations offer a service of that name. */
  readonly services: Readonly<Record<string, readonly string[]>>
  /** A school-based person writes down activities of the own schools only. */
  readonly ownSchoolsOnly: boolean
}
export const sheetKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** `2026-11-05` or, as American spreadsheets write it, `11/5/2026`. */
const dayOf = (typed: string): string | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(typed)
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  const [year, month, day] = iso ? iso.slice(1) : us ? [us[3], us[1], us[2]] : []
  if (!year || !month || !day) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(text) ? text : undefined
}

const oneOf = (terms: readonly Term[], typed: string): string | undefined =>
  terms.find(({ code, en, es }) => [code, en, es].some((name) => sheetKey(name) === sheetKey(typed)))?.code

const limits: Partial<Record<SheetColumnCode, number>> = { title: 140, note: 1000 }
const [yes, no] = [new Set(['yes', 'sí', 'si', 'y', 'x']), new Set(['no', 'n'])]

const readRow = (cells: SheetRow, at: number, ground: SheetGround, problems: SheetProblem[]): NewActivity => {
  const bad = (column: SheetColumnCode, rule: SheetRule): undefined =>
    void problems.push({ row: at, column, rule })
  const text = (column: SheetColumnCode, most = limits[column] ?? 300): string => {
    const typed = cells[column]?.trim() ?? ''
    if (typed.length > most) bad(column, 'long')
    return typed
  }
  const whole = (column: SheetColumnCode, most: number, least = 0): number | null => {
    const typed = text(column)
    if (typed === '') return null
    const read = Number(typed.replaceAll(',', ''))
    if (Number.isInteger(read) && read >= least && read <= most) return read
    bad(column, 'number')
    return null
  }
  const many = <T extends string>(column: SheetColumnCode, terms: readonly Term<T>[]): T[] => {
    const named = text(column)
      .split(/[;,]/)
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => oneOf(terms, name))
    if (named.includes(undefined)) bad(column, 'unknown')
    return [...new Set(named.filter((code) => code !== undefined))] as T[] // codes of these very terms
  }

  const title = text('title')
  if (title === '') bad('title', 'needed')
  const day = text('day')
  const happensOn = dayOf(day) ?? bad('day', day === '' ? 'needed' : 'day')
  const school = text('school')
  const schoolId =
    school === '' ? null : (ground.schools[sheetKey(school)] ?? bad('school', 'school') ?? null)
  if (school === '' && ground.ownSchoolsOnly) bad('school', 'own-school')
  const service = text('service')
  const found = ground.services[sheetKey(service)] ?? []
  if (service !== '' && found.length !== 1)
    bad('service', found.length === 0 ? 'service' : 'several-services')
  const kind = service === '' ? 'engagement' : 'session'
  const [least, most] = [0, kind === 'session' ? 500 : 1]
  const held = sheetKey(text('delivered'))
  const planned = cells.planned ? whole('planned', 500, least) : 1
  const delivered = yes.has(held) ? (planned ?? 1) : no.has(held) ? 0 : whole('delivered', 500)
  if ((planned ?? 0) > most) bad('planned', 'more-than-one')
  if ((delivered ?? 0) > most) bad('delivered', 'more-than-one')
  if (planned === 0 && !delivered) bad('delivered', 'no-session')
  if (delivered !== null && happensOn && happensOn > ground.today) bad('delivered', 'future')
  const setting = text('setting')
  const where = setting === '' ? null : (oneOf(settings, setting) ?? bad('setting', 'unknown') ?? null)
  const counted = Object.fromEntries(peopleKinds.map(({ code }) => [code, whole(code, 1_000_000)]))
  const how = Object.fromEntries(fourCs.map(({ code }) => [code, text(code) || null]))
  return {
    kind,
    title,
    happensOn: happensOn ?? ground.today,
    schoolId,
    serviceId: found[0] ?? null,
    planned: planned ?? 1,
    delivered,
    minutes: whole('minutes', 1440, 1),
    ...counted,
    ...how,
    audiences: many('audiences', peopleKinds),
    epstein: many('epstein', epsteinTypes),
    languages: many('languages', languages),
    setting: where as NonNullable<NewActivity['setting']> | null, // a code of the same list
    note: text('note'),
  }
}

/** By what two rows are the same activity. */
export const sameActivity = ({
  happensOn,
  title,
  schoolId,
  serviceId,
}: Pick<NewActivity, 'happensOn' | 'title' | 'schoolId' | 'serviceId'>): string =>
  [happensOn, sheetKey(title), schoolId ?? '', serviceId ?? ''].join('|')

/** Rows of a sheet as activities, with every cell that cannot be taken. One problem, and no row is to be kept. */
export const readSheet = (
  rows: readonly SheetRow[],
  ground: SheetGround,
): { activities: NewActivity[]; problems: SheetProblem[] } => {
  const problems: SheetProblem[] = []
  const met = new Set<string>()
  const activities = rows.map((cells, at) => {
    const activity = readRow(cells, at, ground, problems)
    const key = sameActivity(activity)
    if (met.has(key) && activity.title !== '') problems.push({ row: at, column: 'title', rule: 'twice' })
    met.add(key)
    return activity
  })
  const order = sheetColumns.map(({ code }) => code as string)
  return {
    activities,
    problems: problems.toSorted((a, b) => a.row - b.row || order.indexOf(a.column) - order.indexOf(b.column)),
  }
}
