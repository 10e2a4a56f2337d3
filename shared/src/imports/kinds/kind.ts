import type { Permission } from '../../contract/permission.ts'
import type { Unit } from '../../outcomes/measured-value.ts'
import type { PeriodKind } from '../../outcomes/metric-schemas.ts'
import type { InTwoLanguages } from '../../vocabulary/terms.ts'
import type { TargetField } from '../columns.ts'

export type { InTwoLanguages } from '../../vocabulary/terms.ts'

/** A field a file of this kind can fill. `figures` are offered apart: there may be a hundred of them. */
export interface ImportField extends TargetField {
  readonly label: InTwoLanguages
  readonly required?: boolean
  readonly part: 'record' | 'figures'
}

export interface ImportOption {
  readonly key: string
  readonly label: InTwoLanguages
  readonly choices: readonly { readonly value: string; readonly label: InTwoLanguages }[]
  /** The value when nobody says otherwise. */
  readonly fallback: string
}

/** A metric as an import needs it: the district's own, with its id. */
export interface KnownMetric {
  readonly id: string
  readonly code: string
  readonly name: InTwoLanguages
  readonly unit: Unit
  readonly family: string
  /** The kind of period it is measured by, and by no other. */
  readonly period: PeriodKind
}

/** One kind of file that can be brought in: what its columns may mean and what a person may choose. */
export interface ImportKind {
  readonly key: string
  readonly label: InTwoLanguages
  /** Beside `imports:write`: who may write what the file holds. */
  readonly permission: Permission
  readonly fieldsFor: (metrics: readonly KnownMetric[]) => ImportField[]
  readonly options: readonly ImportOption[]
  /** Sets of fields of which at least one must be mapped whole. */
  readonly needs: readonly (readonly string[])[]
}

/** A field of the record itself. */
export const field = (
  key: string,
  en: string,
  es: string,
  synonyms: readonly string[],
  more: Pick<ImportField, 'shape' | 'required'> = {},
): ImportField => ({ key, label: { en, es }, synonyms: [en, es, ...synonyms], part: 'record', ...more })

const yesOrNo = [
  { value: 'yes', label: { en: 'Yes', es: 'Sí' } },
  { value: 'no', label: { en: 'No', es: 'No' } },
] as const

export const flag = (key: string, fallback: 'yes' | 'no', en: string, es: string): ImportOption => ({
  key,
  label: { en, es },
  choices: yesOrNo,
  fallback,
})

/** What happens to a record that is there already. */
export const existingRecords = (fallback: 'update' | 'fill'): ImportOption => ({
  key: 'existing',
  label: { en: 'Records that are here already', es: 'Registros que ya existen' },
  choices: [
    { value: 'update', label: { en: 'Take what the file says', es: 'Tomar lo que dice el archivo' } },
    { value: 'fill', label: { en: 'Fill only what is blank', es: 'Completar solo lo que está vacío' } },
  ],
  fallback,
})

/** The options of an import: what was chosen, and the fallback of what was not. */
export const chosen = (kind: ImportKind, options: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(kind.options.map(({ key, fallback }) => [key, options[key] ?? fallback]))
