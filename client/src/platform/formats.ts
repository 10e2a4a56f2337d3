import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const cache = new Map<string, unknown>()
/** Intl formatters cost about a tenth of a millisecond each to make, and tables ask for thousands. */
const kept = <T>(key: string, make: () => T): T => {
  if (!cache.has(key)) cache.set(key, make())
  return cache.get(key) as T
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** A date-only string means that day everywhere, so it is read at noon UTC and shown in UTC. */
const dayOf = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** How this person's language writes numbers, money, days and times. Rates and shares come in as 0–1. */
export const formatsFor = (locale: string) => {
  const number = (value: number, digits = 0): string =>
    kept(
      `n${locale}${digits}`,
      () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
    ).format(value)
  const percent = (share: number, digits = 0): string =>
    kept(
      `p${locale}${digits}`,
      () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
    ).format(share)
  const compact = (value: number): string =>
    kept(
      `k${locale}`,
      () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
    ).format(value)
  const money = (cents: number, currency = 'USD'): string => {
    const minimumFractionDigits = cents % 100 === 0 ? 0 : 2
    return kept(
      `m${locale}${currency}${minimumFractionDigits}`,
      () => new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits }),
    ).format(cents / 100)
  }
  const day = (value: string, dateStyle: 'short' | 'medium' | 'long' | 'full' = 'medium'): string =>
    kept(
      `d${locale}${dateStyle}`,
      () => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
    ).format(dayOf(value))
  const moment = (value: string): string =>
    kept(
      `t${locale}`,
      () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    ).format(new Date(value))
  const ago = (value: string, now = new Date()): string => {
    const seconds = ((value.length === 10 ? dayOf(value) : new Date(value)).getTime() - now.getTime()) / 1000
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second' as const, 1]
    return kept(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
      Math.round(seconds / size),
      unit,
    )
  }
  const list = (items: readonly string[]): string =>
    kept(`l${locale}`, () => new Intl.ListFormat(locale)).format(items)
  const compare = (a: string, b: string): number =>
    kept(`c${locale}`, () => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })).compare(a, b)
  return { number, percent, compact, money, day, moment, ago, list, compare }
}

export type Formats = ReturnType<typeof formatsFor>

/** `const format = useFormats()`, then `format.value.percent(0.42)`; in a template `format.percent(0.42)`. */
export const useFormats = () => {
  const { locale } = useI18n()
  return computed(() => formatsFor(locale.value))
}
