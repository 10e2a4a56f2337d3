import type { Term } from './terms.ts'

/** What each side puts in: money is one of many (domain 6.3, E4, E5). */
export const contributionTypes = [
  { code: 'funding', en: 'Funding', es: 'Fondos' },
  { code: 'staff_fte', en: 'Staff on site', es: 'Personal en la escuela' },
  { code: 'volunteer_hours', en: 'Volunteer hours', es: 'Horas de voluntariado' },
  { code: 'space', en: 'Space', es: 'Espacio' },
  { code: 'transport', en: 'Transportation', es: 'Transporte' },
  { code: 'equipment_software', en: 'Equipment and software', es: 'Equipo y software' },
  { code: 'materials', en: 'Materials and supplies', es: 'Materiales y útiles' },
  { code: 'training_pd', en: 'Training', es: 'Capacitación' },
  { code: 'site_visits', en: 'Site visits', es: 'Visitas a sus instalaciones' },
  { code: 'expertise', en: 'Expertise', es: 'Conocimiento especializado' },
  { code: 'data', en: 'Data', es: 'Datos' },
  { code: 'coordination', en: 'Coordination', es: 'Coordinación' },
  { code: 'publicity', en: 'Publicity', es: 'Difusión' },
] as const satisfies readonly Term[]
export type ContributionType = (typeof contributionTypes)[number]['code']
