import type { RecordNames } from '@common-table/shared/audit/schemas'
import { recordName } from '@common-table/shared/audit/record-names'
import { codeName, columnName, unseenColumns } from '@common-table/shared/audit/words'
import type { Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { deviceName } from '../platform/device-name.ts'
import { useFormats } from '../platform/formats.ts'

/** What the audit keeps of one change, wherever it is shown. */
export interface KeptChange {
  table: string
  action: string
  changes: Record<string, unknown>
  names: RecordNames
}
export interface ChangeLine {
  column: string
  /** Absent where nothing was there before. */
  before?: string
  after: string
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/

/** What was left empty in a new record says nothing; what became empty does. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** A change in the product's words and the reader's language: records by name, codes by meaning, days as days. */
export const useChangeWords = () => {
  const { t, te, locale } = useI18n()
  const format = useFormats()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const formats = format.value

    const written = (value: string, table: string, column: string, names: RecordNames): string => {
      if (uuid.test(value)) return names[value]?.[language] ?? t('audit.goneRecord')
      const code = codeName(table, column, value, language)
      if (code) return code
      const scope = `clients.may.${value.replace(':', '-')}`
      if (column === 'scopes' && te(scope)) return t(scope)
      if (column === 'subject_table') return recordName(value, language)
      if (column === 'device') return deviceName(value) || value
      if (day.test(value)) return formats.day(value)
      return moment.test(value) ? formats.moment(value) : value
    }
    const valueOf = (value: unknown, table: string, column: string, names: RecordNames): string => {
      if (value === null || value === undefined || value === '') return t('audit.nothing')
      if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
      if (typeof value === 'number')
        return column.endsWith('_cents') ? formats.money(value) : formats.number(value, 4)
      if (typeof value === 'string') return written(value, table, column, names)
      if (Array.isArray(value))
        return value.length === 0
          ? t('audit.nothing')
          : formats.list(value.map((one) => valueOf(one, table, column, names)))
      const parts = Object.entries(value as object)
        .filter(([, part]) => !isEmpty(part))
        .map(([key, part]) => `${columnName(key, language)}: ${valueOf(part, table, key, names)}`)
      return parts.length === 0 ? t('audit.nothing') : parts.join('; ')
    }
    const linesOf = ({ table, action, changes, names }: KeptChange): ChangeLine[] =>
      Object.entries(changes)
        .filter(([column, value]) => !unseenColumns.has(column) && (action === 'update' || !isEmpty(value)))
        .map(([column, value]) => {
          const said = (one: unknown) => valueOf(one, table, column, names)
          const name = columnName(column, language)
          return action === 'update' && Array.isArray(value)
            ? { column: name, before: said(value[0]), after: said(value[1]) }
            : { column: name, after: said(value) }
        })
    return {
      record: (table: string) => recordName(table, language),
      linesOf,
      language,
    }
  })
}
