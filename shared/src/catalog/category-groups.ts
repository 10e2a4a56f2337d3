import type { Term } from '../vocabulary/terms.ts'

/** The four pillars of community schools (Community Schools Forward; domain 3.3). */
export const pillars = [
  {
    code: 'integrated_supports',
    en: 'Integrated student supports',
    es: 'Apoyos integrales para los estudiantes',
  },
  {
    code: 'expanded_learning',
    en: 'Expanded and enriched learning',
    es: 'Aprendizaje ampliado y enriquecido',
  },
  {
    code: 'family_engagement',
    en: 'Active family and community engagement',
    es: 'Participación activa de las familias y la comunidad',
  },
  {
    code: 'collaborative_leadership',
    en: 'Collaborative leadership and practice',
    es: 'Liderazgo y prácticas colaborativas',
  },
] as const satisfies readonly Term[]
export type Pillar = (typeof pillars)[number]['code']

/** The ten groups of help, each with the pillar it mostly belongs to. */
export const categoryGroups = [
  { code: 'basic_needs', en: 'Basic needs', es: 'Necesidades básicas', pillar: 'integrated_supports' },
  { code: 'physical_health', en: 'Physical health', es: 'Salud física', pillar: 'integrated_supports' },
  {
    code: 'behavioral_health',
    en: 'Behavioral health',
    es: 'Salud mental y conductual',
    pillar: 'integrated_supports',
  },
  { code: 'mentoring', en: 'Mentoring', es: 'Mentoría', pillar: 'integrated_supports' },
  { code: 'academic', en: 'Academic support', es: 'Apoyo académico', pillar: 'expanded_learning' },
  {
    code: 'out_of_school',
    en: 'Out-of-school time',
    es: 'Tiempo fuera de la escuela',
    pillar: 'expanded_learning',
  },
  {
    code: 'college_career',
    en: 'College and career',
    es: 'Universidad y carreras',
    pillar: 'expanded_learning',
  },
  {
    code: 'family_engagement',
    en: 'Family engagement',
    es: 'Participación de las familias',
    pillar: 'family_engagement',
  },
  {
    code: 'youth_leadership',
    en: 'Youth leadership',
    es: 'Liderazgo juvenil',
    pillar: 'collaborative_leadership',
  },
  { code: 'safety_staff', en: 'Safety and staff', es: 'Seguridad y personal', pillar: 'integrated_supports' },
] as const satisfies readonly (Term & { readonly pillar: Pillar })[]
export type CategoryGroup = (typeof categoryGroups)[number]['code']
