import type { Term } from '../vocabulary/terms.ts'

/** Every kind of letter (domain D13, E17). The last one stays in the house. */
export const letterKinds = [
  {
    code: 'principal_existing',
    en: 'Principal to an existing partner',
    es: 'De la dirección a una organización aliada',
  },
  { code: 'principal_new', en: 'Principal to a new partner', es: 'De la dirección a una organización nueva' },
  { code: 'welcome', en: 'Welcome', es: 'Bienvenida' },
  {
    code: 'thank_you',
    en: 'Thank you, with the partner’s figures',
    es: 'Agradecimiento con las cifras de la organización',
  },
  { code: 'renewal', en: 'Renewal notice', es: 'Aviso de renovación' },
  { code: 'leadership_change', en: 'Change of people', es: 'Cambio de personas' },
  { code: 'handover', en: 'Handover to the next person', es: 'Traspaso a la siguiente persona' },
] as const satisfies readonly Term[]
export type LetterKind = (typeof letterKinds)[number]['code']

/** Kinds a person begins; the others follow from a change of people. */
export type WrittenKind = Exclude<LetterKind, 'leadership_change' | 'handover'>
export const writtenKinds: readonly WrittenKind[] = [
  'principal_existing',
  'principal_new',
  'welcome',
  'thank_you',
  'renewal',
]

export interface LetterText {
  readonly subject: string
  readonly body: string
}
