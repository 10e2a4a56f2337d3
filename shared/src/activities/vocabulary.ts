import type { Term } from '../vocabulary/terms.ts'

export const activityKinds = [
  { code: 'engagement', en: 'Family or community engagement', es: 'Participación de familias o comunidad' },
  { code: 'session', en: 'Service session', es: 'Sesión de un servicio' },
] as const satisfies readonly Term[]
export type ActivityKind = (typeof activityKinds)[number]['code']

export const activityStates = [
  { code: 'planned', en: 'Planned', es: 'Planificada' },
  { code: 'held', en: 'Took place', es: 'Realizada' },
  { code: 'cancelled', en: 'Did not take place', es: 'No se realizó' },
] as const satisfies readonly Term[]
export type ActivityState = (typeof activityStates)[number]['code']

/** Whom an activity is for, and by which the people it reached are counted. */
export const peopleKinds = [
  { code: 'students', en: 'Students', es: 'Estudiantes' },
  { code: 'families', en: 'Families', es: 'Familias' },
  { code: 'staff', en: 'School staff', es: 'Personal escolar' },
  { code: 'community', en: 'Community', es: 'Comunidad' },
] as const satisfies readonly Term[]
export type PeopleKind = (typeof peopleKinds)[number]['code']

interface BuiltTerm extends Term {
  /** What it asks, beside its name. */
  readonly asks: Readonly<Record<'en' | 'es', string>>
}
/** What engagement builds in families and in staff. Source: domain 3.1 (Mapp and Kuttner 2013); the questions are ours. */
export const fourCs = [
  {
    code: 'capabilities',
    en: 'Capabilities',
    es: 'Capacidades',
    asks: { en: 'What skill or knowledge did people gain?', es: '¿Qué habilidad o conocimiento ganaron?' },
  },
  {
    code: 'connections',
    en: 'Connections',
    es: 'Conexiones',
    asks: { en: 'Who got to know and trust whom?', es: '¿Quiénes se conocieron y ganaron confianza?' },
  },
  {
    code: 'cognition',
    en: 'Cognition',
    es: 'Convicciones',
    asks: { en: 'How did they see their role anew?', es: '¿Cómo cambió la idea que tienen de su papel?' },
  },
  {
    code: 'confidence',
    en: 'Confidence',
    es: 'Confianza en sí mismos',
    asks: { en: 'What do they now dare to do?', es: '¿Qué se atreven a hacer ahora?' },
  },
] as const satisfies readonly BuiltTerm[]
export type FourC = (typeof fourCs)[number]['code']

/** Epstein’s six types of involvement (domain 3.4). */
export const epsteinTypes = [
  { code: 'parenting', en: 'Parenting', es: 'Crianza' },
  { code: 'communicating', en: 'Communicating', es: 'Comunicación' },
  { code: 'volunteering', en: 'Volunteering', es: 'Voluntariado' },
  { code: 'learning_at_home', en: 'Learning at home', es: 'Aprendizaje en casa' },
  { code: 'decision_making', en: 'Decision making', es: 'Toma de decisiones' },
  { code: 'collaborating', en: 'Collaborating with the community', es: 'Colaboración con la comunidad' },
] as const satisfies readonly Term[]
export type EpsteinType = (typeof epsteinTypes)[number]['code']

export const activitySources = [
  { code: 'district', en: 'The district', es: 'El distrito' },
  { code: 'partner', en: 'The partner', es: 'El aliado' },
] as const satisfies readonly Term[]
