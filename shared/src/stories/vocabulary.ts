import type { Term } from '../vocabulary/terms.ts'

/** How far a story is (domain E15): draft, consent, review, published; taken back when it is no longer shown. */
export const storyStatuses = [
  { code: 'draft', en: 'Draft', es: 'Borrador' },
  { code: 'consent', en: 'Waits for consent', es: 'Espera el permiso' },
  { code: 'review', en: 'Waits for review', es: 'Espera la revisión' },
  { code: 'published', en: 'Published', es: 'Publicada' },
  { code: 'taken_back', en: 'Taken back', es: 'Retirada' },
] as const satisfies readonly Term[]
export type StoryStatus = (typeof storyStatuses)[number]['code']

/** How much a story can claim (domain 3.12). */
export const evidenceLabels = [
  { code: 'participation_only', en: 'Who took part', es: 'Quiénes participaron' },
  { code: 'pre_post', en: 'Before and after', es: 'Antes y después' },
  { code: 'comparison_group', en: 'Compared with others', es: 'Comparación con otros' },
  { code: 'external_study', en: 'Independent study', es: 'Estudio independiente' },
] as const satisfies readonly Term[]
export type EvidenceLabel = (typeof evidenceLabels)[number]['code']

/** What a person agrees to. */
export const consentParts = [
  { code: 'quote', en: 'Their words', es: 'Sus palabras' },
  { code: 'photo', en: 'Their picture', es: 'Su imagen' },
] as const satisfies readonly Term[]
export type ConsentPart = (typeof consentParts)[number]['code']

/** For whom a person speaks. */
export const consentRelations = [
  { code: 'self', en: 'For themselves', es: 'Por sí misma o sí mismo' },
  { code: 'guardian', en: 'Parent or guardian', es: 'Madre, padre o tutor' },
  { code: 'organization', en: 'For their organization', es: 'Por su organización' },
] as const satisfies readonly Term[]

/** How a person was asked, or said it. */
export const consentWays = [
  { code: 'link', en: 'By e-mailed link', es: 'Por enlace enviado' },
  { code: 'paper', en: 'Signed on paper', es: 'Firmado en papel' },
  { code: 'email', en: 'By e-mail', es: 'Por correo electrónico' },
  { code: 'spoken', en: 'Said in person', es: 'De palabra' },
] as const satisfies readonly Term[]

export const consentStatuses = [
  { code: 'asked', en: 'Not answered yet', es: 'Sin respuesta todavía' },
  { code: 'given', en: 'Agreed', es: 'De acuerdo' },
  { code: 'declined', en: 'Did not agree', es: 'No está de acuerdo' },
  { code: 'withdrawn', en: 'Withdrew', es: 'Retiró su permiso' },
  { code: 'outdated', en: 'The story changed since', es: 'La historia cambió después' },
] as const satisfies readonly Term[]
export type ConsentStatus = (typeof consentStatuses)[number]['code']

/** Why a story is no longer shown. */
export const takeBackReasons = [
  { code: 'consent', en: 'Consent was withdrawn', es: 'Se retiró el permiso' },
  { code: 'correction', en: 'Something has to be corrected', es: 'Hay algo que corregir' },
  { code: 'partner', en: 'The partner asked for it', es: 'El aliado lo pidió' },
  { code: 'other', en: 'Another reason', es: 'Otra razón' },
] as const satisfies readonly Term[]
