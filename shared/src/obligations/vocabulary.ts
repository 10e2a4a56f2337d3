import type { Term } from '../vocabulary/terms.ts'
import type { Cadence } from './due-dates.ts'
import type { DueStanding } from './standing.ts'

export const cadenceTerms = [
  { code: 'once', en: 'Once, by a day', es: 'Una vez, antes de una fecha' },
  { code: 'weekly', en: 'Every week', es: 'Cada semana' },
  { code: 'monthly', en: 'Every month', es: 'Cada mes' },
  { code: 'quarterly', en: 'Every quarter', es: 'Cada trimestre' },
  { code: 'half_yearly', en: 'Every half year', es: 'Cada semestre' },
  { code: 'yearly', en: 'Every year', es: 'Cada año' },
] as const satisfies readonly Term<Cadence>[]

export const dueStandingTerms = [
  { code: 'open', en: 'Open', es: 'Pendiente' },
  { code: 'soon', en: 'Due soon', es: 'Vence pronto' },
  { code: 'overdue', en: 'Overdue', es: 'Vencida' },
  { code: 'kept', en: 'Kept', es: 'Cumplida' },
  { code: 'late', en: 'Kept late', es: 'Cumplida con retraso' },
  { code: 'missed', en: 'Not kept', es: 'No cumplida' },
  { code: 'waived', en: 'Waived', es: 'Dispensada' },
  { code: 'void', en: 'No longer due', es: 'Ya no corresponde' },
] as const satisfies readonly Term<DueStanding>[]
