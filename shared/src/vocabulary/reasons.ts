import type { Term } from './terms.ts'

/** Why a partnership changes its terms or pauses (domain E18). */
export const changeReasons = [
  { code: 'leadership', en: 'Change of leadership', es: 'Cambio de dirección' },
  { code: 'logistics', en: 'Logistics', es: 'Logística' },
  { code: 'community_need', en: 'Needs of the community', es: 'Necesidades de la comunidad' },
  { code: 'funding', en: 'Funding', es: 'Financiamiento' },
  { code: 'policy', en: 'Policy', es: 'Normativa' },
  { code: 'emergency', en: 'Emergency', es: 'Emergencia' },
] as const satisfies readonly Term[]
export type ChangeReason = (typeof changeReasons)[number]['code']

/** Why a partnership ends (domain 6.3). */
export const exitReasons = [
  { code: 'need_met', en: 'The need is met', es: 'La necesidad está cubierta' },
  { code: 'funding_ended', en: 'Funding ended', es: 'Se acabó el financiamiento' },
  { code: 'quality', en: 'Quality of the work', es: 'Calidad del trabajo' },
  { code: 'compliance', en: 'Missing requirements', es: 'Requisitos incumplidos' },
  { code: 'partner_closed', en: 'The partner closed', es: 'La organización cerró' },
  { code: 'duplicate', en: 'Another partner does the same', es: 'Otra organización hace lo mismo' },
  { code: 'moved_schools', en: 'Moved to other schools', es: 'Se trasladó a otras escuelas' },
] as const satisfies readonly Term[]
export type ExitReason = (typeof exitReasons)[number]['code']
