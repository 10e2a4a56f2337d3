import type { Term } from './terms.ts'

/**
 * Parts of a community that belong at a school's table. `core` are those the source names for every school: business
 * owners, law enforcement and juvenile justice officers, mental health providers, social services workers, families
 * (domain D3). The others come from the lists of A15, B12, C7 and C9: worth asking, and no gap when they are not there.
 */
export const sectors = [
  { code: 'families', core: true, en: 'Families', es: 'Familias' },
  { code: 'business', core: true, en: 'Business owners', es: 'Empresas' },
  { code: 'mental_health', core: true, en: 'Mental health', es: 'Salud mental' },
  { code: 'social_services', core: true, en: 'Social services', es: 'Servicios sociales' },
  { code: 'law_enforcement', core: true, en: 'Law enforcement', es: 'Policía y seguridad pública' },
  { code: 'juvenile_justice', core: true, en: 'Juvenile justice', es: 'Justicia juvenil' },
  { code: 'health', core: false, en: 'Health care', es: 'Salud' },
  { code: 'faith', core: false, en: 'Faith communities', es: 'Comunidades religiosas' },
  { code: 'grassroots', core: false, en: 'Grassroots groups', es: 'Grupos comunitarios de base' },
  { code: 'higher_ed', core: false, en: 'Colleges and universities', es: 'Universidades' },
  { code: 'arts_culture', core: false, en: 'Arts and culture', es: 'Arte y cultura' },
  { code: 'civic', core: false, en: 'Civic organizations', es: 'Organizaciones cívicas' },
  { code: 'government', core: false, en: 'Public agencies', es: 'Organismos públicos' },
  { code: 'philanthropy', core: false, en: 'Funders', es: 'Financiadores' },
  { code: 'students', core: false, en: 'Students', es: 'Estudiantes' },
  { code: 'educators', core: false, en: 'Educators', es: 'Docentes' },
] as const satisfies readonly (Term & { readonly core: boolean })[]
export type Sector = (typeof sectors)[number]['code']
