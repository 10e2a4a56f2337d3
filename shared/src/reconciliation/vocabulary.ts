import type { Term } from '../vocabulary/terms.ts'
import type { MismatchKind } from './mismatches.ts'

export const mismatchKindTerms = [
  { code: 'presence', en: 'Who is at the school', es: 'Quién está en la escuela' },
  { code: 'program', en: 'Program at the school', es: 'Programa en la escuela' },
  { code: 'seats', en: 'Seats', es: 'Lugares' },
  { code: 'grades', en: 'Grades', es: 'Grados' },
  { code: 'unknown', en: 'Unknown partner', es: 'Aliado desconocido' },
] as const satisfies readonly Term<MismatchKind>[]

export const mismatchStatusTerms = [
  { code: 'open', en: 'Open', es: 'Pendiente' },
  { code: 'resolved', en: 'Settled', es: 'Resuelta' },
  { code: 'agreed', en: 'Both agree by now', es: 'Ya coinciden' },
] as const satisfies readonly Term[]
export type MismatchStatus = (typeof mismatchStatusTerms)[number]['code']

/** How a difference is settled with one press. */
export const resolutionTerms = [
  { code: 'end_here', en: 'End at this school', es: 'Terminar en esta escuela' },
  { code: 'add_here', en: 'Add the program here', es: 'Añadir el programa aquí' },
  { code: 'correct_seats', en: 'Take over the partner’s seats', es: 'Tomar los lugares del aliado' },
  { code: 'known_as', en: 'It is a partner we know', es: 'Es un aliado que conocemos' },
  { code: 'add_partner', en: 'Add it to the directory', es: 'Añadirlo al directorio' },
  { code: 'leave', en: 'Leave as it is', es: 'Dejar como está' },
] as const satisfies readonly Term[]
export type Resolution = (typeof resolutionTerms)[number]['code']
