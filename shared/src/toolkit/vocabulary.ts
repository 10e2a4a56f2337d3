import type { Term } from '../vocabulary/terms.ts'

/** What a resource is. */
export const resourceKinds = [
  { code: 'guide', en: 'Guide', es: 'Guía' },
  { code: 'template', en: 'Template', es: 'Plantilla' },
  { code: 'form', en: 'Form', es: 'Formulario' },
  { code: 'training', en: 'Training', es: 'Capacitación' },
  { code: 'link', en: 'Link', es: 'Enlace' },
  { code: 'file', en: 'File', es: 'Archivo' },
] as const satisfies readonly Term[]
export type ResourceKind = (typeof resourceKinds)[number]['code']

/** For whom it is. */
export const resourceAudiences = [
  { code: 'staff', en: 'Staff', es: 'Personal' },
  { code: 'partner', en: 'Partners', es: 'Aliados' },
  { code: 'family', en: 'Families', es: 'Familias' },
] as const satisfies readonly Term[]
export type ResourceAudience = (typeof resourceAudiences)[number]['code']
