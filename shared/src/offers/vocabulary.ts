import type { Term } from '../vocabulary/terms.ts'

/** What became of asking a school. `lapsed`: the days of its first refusal ended without an answer. */
export const placementStatuses = [
  { code: 'waiting', en: 'Next in line', es: 'En espera' },
  { code: 'asked', en: 'Asked', es: 'Consultada' },
  { code: 'placed', en: 'Placed', es: 'Asignada' },
  { code: 'declined', en: 'Declined', es: 'Rechazada' },
  { code: 'lapsed', en: 'No answer in time', es: 'Sin respuesta a tiempo' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirada' },
] as const satisfies readonly Term[]
export type PlacementStatus = (typeof placementStatuses)[number]['code']

/** Why a school does not take help that is offered; worth knowing before the next offer. */
export const schoolReasons = [
  { code: 'no_space', en: 'No room for it', es: 'No hay espacio' },
  { code: 'no_time', en: 'No staff time to host it', es: 'El personal no tiene tiempo para atenderlo' },
  {
    code: 'no_need',
    en: 'Our students do not need it now',
    es: 'Nuestros estudiantes no lo necesitan ahora',
  },
  { code: 'have_it', en: 'Someone does this here already', es: 'Alguien ya lo hace aquí' },
  { code: 'wrong_times', en: 'Days or grades do not suit', es: 'Los días o los grados no convienen' },
  { code: 'not_a_fit', en: 'Not a fit for our school', es: 'No encaja con nuestra escuela' },
  { code: 'other', en: 'Other', es: 'Otro motivo' },
] as const satisfies readonly Term[]
export type SchoolReason = (typeof schoolReasons)[number]['code']

/** What speaks for placing an offer at a school, and how many of 100 points it can give. */
export const reasonTerms = [
  { code: 'need', en: 'Need nobody meets', es: 'Necesidad sin cubrir', of: 40 },
  { code: 'equity', en: 'Equity tier', es: 'Nivel de equidad', of: 25 },
  { code: 'grades', en: 'Grades', es: 'Grados', of: 10 },
  { code: 'distance', en: 'Distance', es: 'Distancia', of: 10 },
  { code: 'wish', en: 'The giver’s wish', es: 'Deseo de quien ofrece', of: 5 },
  { code: 'relation', en: 'Works there already', es: 'Ya trabaja allí', of: 5 },
  { code: 'language', en: 'Language', es: 'Idioma', of: 5 },
] as const satisfies readonly (Term & { readonly of: number })[]
export type ReasonCode = (typeof reasonTerms)[number]['code']
