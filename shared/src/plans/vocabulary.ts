import type { Term } from '../vocabulary/terms.ts'

export const prongSideTerms = [
  { code: 'school', en: 'School', es: 'Escuela' },
  { code: 'partner', en: 'Partner', es: 'Aliado' },
  { code: 'district', en: 'District', es: 'Distrito' },
] as const satisfies readonly Term[]

/** In which way a prong answers a need (domain D12: partners and the school’s own means together). */
export const prongKindTerms = [
  { code: 'service', en: 'Service of a partner', es: 'Servicio de un aliado' },
  { code: 'own_means', en: 'The school’s own means', es: 'Medios propios de la escuela' },
  { code: 'training', en: 'Training of staff or families', es: 'Formación del personal o las familias' },
  { code: 'space_and_goods', en: 'Space, transport or goods', es: 'Espacio, transporte o bienes' },
  { code: 'outreach', en: 'Outreach to families', es: 'Acercamiento a las familias' },
  { code: 'policy', en: 'Rule or schedule', es: 'Norma u horario' },
] as const satisfies readonly Term[]

export const prongStatusTerms = [
  { code: 'planned', en: 'Planned', es: 'Planeada' },
  { code: 'under_way', en: 'Under way', es: 'En marcha' },
  { code: 'done', en: 'Done', es: 'Hecha' },
  { code: 'dropped', en: 'Dropped', es: 'Abandonada' },
] as const satisfies readonly Term[]
export type ProngStatus = (typeof prongStatusTerms)[number]['code']

/** Whether a prong is late: its day is over, and nobody has done or dropped it. */
export const isOverdue = (
  { dueOn, status }: { dueOn: string | null; status: ProngStatus },
  today: string,
): boolean => dueOn !== null && dueOn < today && (status === 'planned' || status === 'under_way')
