import type { Term } from './terms.ts'

/** Who a district works with: public, private and informal, down to one person with a skill (domain A15, B12, C7). */
export const organizationTypes = [
  { code: 'nonprofit', en: 'Nonprofit organization', es: 'Organización sin fines de lucro' },
  { code: 'business', en: 'Business', es: 'Empresa' },
  { code: 'higher_ed', en: 'College or university', es: 'Universidad o colegio universitario' },
  { code: 'government', en: 'Government agency', es: 'Organismo gubernamental' },
  { code: 'health', en: 'Health care provider', es: 'Proveedor de salud' },
  { code: 'faith', en: 'Faith community', es: 'Comunidad religiosa' },
  { code: 'grassroots', en: 'Grassroots group', es: 'Grupo comunitario de base' },
  { code: 'philanthropy', en: 'Foundation or funder', es: 'Fundación o financiador' },
  { code: 'law_enforcement', en: 'Law enforcement', es: 'Policía y seguridad pública' },
  { code: 'juvenile_justice', en: 'Juvenile justice', es: 'Justicia juvenil' },
  { code: 'civic', en: 'Civic organization', es: 'Organización cívica' },
  { code: 'arts_culture', en: 'Arts or cultural institution', es: 'Institución artística o cultural' },
  { code: 'family_org', en: 'Family or parent organization', es: 'Organización de familias o de padres' },
  { code: 'student_org', en: 'Student organization', es: 'Organización estudiantil' },
  { code: 'teacher_org', en: 'Teacher organization', es: 'Organización de docentes' },
  { code: 'advisory_group', en: 'Advisory group', es: 'Grupo asesor' },
  { code: 'district_program', en: "The district's own program", es: 'Programa propio del distrito' },
  { code: 'individual_expert', en: 'Individual', es: 'Persona particular' },
] as const satisfies readonly Term[]
export type OrganizationType = (typeof organizationTypes)[number]['code']
