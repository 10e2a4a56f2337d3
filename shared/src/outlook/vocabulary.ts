import type { Term } from '../vocabulary/terms.ts'

/** What the rule advises for the next term (domain 5.5). */
export const verdicts = [
  { code: 'renew', en: 'Renew', es: 'Renovar' },
  { code: 'revise', en: 'Revise', es: 'Revisar' },
  { code: 'exit', en: 'Exit', es: 'Concluir' },
] as const satisfies readonly Term[]
export type Verdict = (typeof verdicts)[number]['code']

/** The six items of the yearly look at quality (domain C13). */
export const qualityItems = [
  { code: 'alignment', en: 'Alignment with our goals', es: 'Alineación con nuestras metas' },
  { code: 'delivery', en: 'Delivery', es: 'Cumplimiento' },
  { code: 'relationship', en: 'Relationship', es: 'Relación' },
  { code: 'equity', en: 'Equity', es: 'Equidad' },
  { code: 'data', en: 'Use of data', es: 'Uso de los datos' },
  { code: 'sustainability', en: 'Sustainability', es: 'Sostenibilidad' },
] as const satisfies readonly Term[]
export type QualityItem = (typeof qualityItems)[number]['code']

/** Where the money or the people of a partnership come from. */
export const fundingKinds = [
  { code: 'grant', en: 'Grant', es: 'Subvención' },
  { code: 'district_budget', en: 'District budget', es: 'Presupuesto del distrito' },
  { code: 'partner_budget', en: 'Partner’s own budget', es: 'Presupuesto propio de la organización' },
  { code: 'donations', en: 'Donations', es: 'Donaciones' },
  {
    code: 'public_funds',
    en: 'City, county or state funds',
    es: 'Fondos de la ciudad, el condado o el estado',
  },
  { code: 'volunteers', en: 'Volunteers only', es: 'Solo voluntariado' },
] as const satisfies readonly Term[]

/** The five things that make a partnership last (domain A9, D15). */
export const lastingParts = [
  { code: 'funding', en: 'Funding', es: 'Financiación' },
  { code: 'agreement', en: 'Agreement', es: 'Acuerdo' },
  { code: 'champions', en: 'People on both sides', es: 'Personas en ambas partes' },
  { code: 'years', en: 'More than one year', es: 'Más de un año' },
  { code: 'check_ins', en: 'Check-ins held', es: 'Reuniones de seguimiento' },
] as const satisfies readonly Term[]
export type LastingPart = (typeof lastingParts)[number]['code']

/** What a recommendation rests on. */
export const groundTerms = [
  { code: 'partner_promises', en: 'Promises of the partner', es: 'Compromisos de la organización' },
  { code: 'district_promises', en: 'Promises of the district', es: 'Compromisos del distrito' },
  { code: 'need', en: 'Need', es: 'Necesidad' },
  { code: 'quality', en: 'Quality', es: 'Calidad' },
  { code: 'vision', en: 'Shared vision', es: 'Visión compartida' },
  { code: 'check_ins', en: 'Check-ins held', es: 'Reuniones de seguimiento' },
  { code: 'champions', en: 'People on both sides', es: 'Personas en ambas partes' },
  { code: 'balance', en: 'Balance of investment', es: 'Equilibrio de la inversión' },
  { code: 'funding', en: 'Funding', es: 'Financiación' },
] as const satisfies readonly Term[]
export type GroundCode = (typeof groundTerms)[number]['code']
