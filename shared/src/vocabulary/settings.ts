import type { Term } from './terms.ts'

/** When and where help is given (domain A6). */
export const settings = [
  { code: 'in_school', en: 'During the school day', es: 'Durante el horario escolar' },
  { code: 'before_school', en: 'Before school', es: 'Antes de clases' },
  { code: 'after_school', en: 'After school', es: 'Después de clases' },
  { code: 'weekend', en: 'Weekend', es: 'Fin de semana' },
  { code: 'summer', en: 'Summer', es: 'Verano' },
  { code: 'community_site', en: 'At a community site', es: 'En un lugar de la comunidad' },
  { code: 'virtual', en: 'Online', es: 'En línea' },
] as const satisfies readonly Term[]
export type Setting = (typeof settings)[number]['code']

/** Whom help is for. */
export const audiences = [
  { code: 'students', en: 'Students', es: 'Estudiantes' },
  { code: 'families', en: 'Families', es: 'Familias' },
  { code: 'staff', en: 'Staff', es: 'Personal escolar' },
] as const satisfies readonly Term[]
export type Audience = (typeof audiences)[number]['code']
