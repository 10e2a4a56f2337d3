import type { InTwoLanguages, Term } from '../vocabulary/terms.ts'

export const sectionGroups = [
  { code: 'general', en: 'General', es: 'General' },
  { code: 'responsibilities', en: 'Responsibilities', es: 'Responsabilidades' },
  { code: 'scope', en: 'Scope of work', es: 'Alcance del trabajo' },
  { code: 'money', en: 'Money and resources', es: 'Dinero y recursos' },
  { code: 'systems', en: 'Working together', es: 'Cómo trabajamos' },
  { code: 'terms', en: 'Terms', es: 'Condiciones' },
  { code: 'own', en: 'Further sections', es: 'Otras secciones' },
] as const satisfies readonly Term[]
export type SectionGroup = (typeof sectionGroups)[number]['code']

/** When a section must be finalized before an agreement goes to review. */
export type SectionNeed =
  | 'always'
  | 'beyond_low'
  | 'contact'
  | 'unsupervised'
  | 'student_data'
  | 'district_pays'
  | 'space'
  | 'worksite'

export interface SectionTemplate extends Term {
  readonly group: Exclude<SectionGroup, 'own'>
  readonly guide: InTwoLanguages
  readonly needs: readonly SectionNeed[]
  /** Text to begin with; {district} and {partner} are filled in. */
  readonly starter?: InTwoLanguages
}
