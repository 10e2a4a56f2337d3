import type { Term } from './terms.ts'

/** Groups of students help may be meant for. Tags on a service or a need, never on a child. */
export const populations = [
  { code: 'english_learners', en: 'English learners', es: 'Estudiantes que aprenden inglés' },
  {
    code: 'students_with_disabilities',
    en: 'Students with disabilities',
    es: 'Estudiantes con discapacidades',
  },
  {
    code: 'foster_care',
    en: 'Students in foster care',
    es: 'Estudiantes en hogares de acogida (foster care)',
  },
  {
    code: 'temporary_housing',
    en: 'Students in temporary housing (McKinney-Vento)',
    es: 'Estudiantes en vivienda temporal (McKinney-Vento)',
  },
  {
    code: 'low_income',
    en: 'Students from low-income families',
    es: 'Estudiantes de familias de bajos ingresos',
  },
  { code: 'newcomers', en: 'Newcomers to the country', es: 'Recién llegados al país' },
  {
    code: 'justice_involved',
    en: 'Students involved with the justice system',
    es: 'Estudiantes vinculados al sistema de justicia',
  },
  {
    code: 'pregnant_parenting',
    en: 'Pregnant and parenting students',
    es: 'Estudiantes embarazadas o con hijos',
  },
] as const satisfies readonly Term[]
export type Population = (typeof populations)[number]['code']
