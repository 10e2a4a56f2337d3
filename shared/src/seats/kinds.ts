import type { Term } from '../vocabulary/terms.ts'

/** How near to work it is; source: the work-based learning continuum (awareness, which needs no seats, left out). */
export const workStages = [
  { code: 'exploration', en: 'Exploration', es: 'Exploración' },
  { code: 'preparation', en: 'Preparation', es: 'Preparación' },
  { code: 'training', en: 'Training', es: 'Capacitación' },
] as const satisfies readonly Term[]

interface SeatKindTerm extends Term {
  readonly stage: (typeof workStages)[number]['code']
  /** The fewest hours, unless the district says otherwise: 20 for an internship as in Seattle; the field names no other. */
  readonly hours: number
  readonly audiences: readonly ('student' | 'staff')[]
}

/** What employers offer seats in. An externship is a placement of a few days; teachers go on them too. */
export const seatKinds = [
  {
    code: 'job_shadow',
    en: 'Job shadow',
    es: 'Acompañamiento laboral',
    stage: 'exploration',
    hours: 0,
    audiences: ['student'],
  },
  {
    code: 'externship',
    en: 'Externship',
    es: 'Estancia corta',
    stage: 'exploration',
    hours: 0,
    audiences: ['student', 'staff'],
  },
  {
    code: 'service_learning',
    en: 'Service learning',
    es: 'Aprendizaje-servicio',
    stage: 'preparation',
    hours: 0,
    audiences: ['student'],
  },
  {
    code: 'leadership',
    en: 'Leadership development',
    es: 'Desarrollo de liderazgo',
    stage: 'preparation',
    hours: 0,
    audiences: ['student'],
  },
  {
    code: 'internship',
    en: 'Internship',
    es: 'Pasantía',
    stage: 'preparation',
    hours: 20,
    audiences: ['student'],
  },
  {
    code: 'apprenticeship',
    en: 'Apprenticeship',
    es: 'Formación en la empresa',
    stage: 'training',
    hours: 0,
    audiences: ['student'],
  },
] as const satisfies readonly SeatKindTerm[]
export type SeatKind = (typeof seatKinds)[number]['code']

export const seatAudiences = [
  { code: 'student', en: 'Students', es: 'Estudiantes' },
  { code: 'staff', en: 'Teachers and staff', es: 'Docentes y personal' },
] as const satisfies readonly Term[]
export type SeatAudience = (typeof seatAudiences)[number]['code']

/** Whether a kind is for these people: only externships are offered to staff as well. */
export const isFor = (kind: SeatKind, audience: SeatAudience): boolean =>
  audience === 'student' || kind === 'externship'

/** When it takes place. A seat answers demand of its own term only. */
export const seatTerms = [
  { code: 'fall', en: 'Fall', es: 'Otoño' },
  { code: 'spring', en: 'Spring', es: 'Primavera' },
  { code: 'summer', en: 'Summer', es: 'Verano' },
  { code: 'full_year', en: 'Whole school year', es: 'Todo el año escolar' },
] as const satisfies readonly Term[]
export type SeatTerm = (typeof seatTerms)[number]['code']

export const seatOfferStates = [
  { code: 'offered', en: 'Offered', es: 'Se ofrece' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirada' },
] as const satisfies readonly Term[]

/** Who wrote an offer down. */
export const seatSources = [
  { code: 'staff', en: 'The district', es: 'El distrito' },
  { code: 'link', en: 'The employer, by link', es: 'La empresa, con un enlace' },
] as const satisfies readonly Term[]

export type SeatMinimums = Readonly<Record<SeatKind, number>>
/** The fewest hours of each kind: the district's own, else the field's. */
export const minimumsOf = (own: Readonly<Partial<Record<string, number>>>): SeatMinimums =>
  Object.fromEntries(seatKinds.map(({ code, hours }) => [code, own[code] ?? hours])) as SeatMinimums // every kind is there
