import type { Term } from './terms.ts'

/** Who or what said that help is missing (domain B5, A21). */
export const needSources = [
  { code: 'principal', en: 'Principal', es: 'Dirección escolar' },
  { code: 'staff', en: 'School staff', es: 'Personal escolar' },
  { code: 'family', en: 'Families', es: 'Familias' },
  { code: 'student', en: 'Students', es: 'Estudiantes' },
  { code: 'partner', en: 'Partner', es: 'Organización aliada' },
  { code: 'data', en: 'Outcome figures', es: 'Datos de resultados' },
] as const satisfies readonly Term[]
export type NeedSource = (typeof needSources)[number]['code']
