import type { Term } from '../vocabulary/terms.ts'

/**
 * Career pathways, by the sixteen clusters state career and technical education programs report in. `any`: students who have
 * not chosen, or a seat that is open to all of them.
 */
export const pathways = [
  { code: 'any', en: 'Any pathway', es: 'Cualquier trayectoria' },
  {
    code: 'agriculture',
    en: 'Agriculture, food, natural resources',
    es: 'Agricultura, alimentos, recursos naturales',
  },
  { code: 'construction', en: 'Architecture and construction', es: 'Arquitectura y construcción' },
  { code: 'arts_media', en: 'Arts, media and communication', es: 'Artes, medios y comunicación' },
  { code: 'business', en: 'Business and administration', es: 'Negocios y administración' },
  { code: 'education', en: 'Education and training', es: 'Educación y formación' },
  { code: 'finance', en: 'Finance', es: 'Finanzas' },
  { code: 'government', en: 'Government', es: 'Gobierno' },
  { code: 'health', en: 'Health', es: 'Salud' },
  { code: 'hospitality', en: 'Hospitality and tourism', es: 'Hotelería y turismo' },
  { code: 'human_services', en: 'Human services', es: 'Servicios humanos' },
  { code: 'information_technology', en: 'Information technology', es: 'Tecnología de la información' },
  { code: 'law_safety', en: 'Law and public safety', es: 'Derecho y seguridad pública' },
  { code: 'manufacturing', en: 'Manufacturing', es: 'Manufactura' },
  { code: 'marketing', en: 'Marketing', es: 'Mercadeo' },
  { code: 'stem', en: 'Science and engineering', es: 'Ciencia e ingeniería' },
  { code: 'transportation', en: 'Transportation and logistics', es: 'Transporte y logística' },
] as const satisfies readonly Term[]
export type Pathway = (typeof pathways)[number]['code']
