import type { Term } from '../vocabulary/terms.ts'
import type { CategoryCode } from './category-rows.ts'

type Part = Term & { readonly categories: readonly CategoryCode[] }

/** The four parts of wraparound support a school should have: health care, nutrition, academic, social and emotional. */
export const wraparoundParts = [
  {
    code: 'health_care',
    en: 'Health care',
    es: 'Atención médica',
    categories: ['ph_primary', 'ph_dental', 'ph_vision', 'ph_immun', 'ph_asthma'],
  },
  {
    code: 'nutrition',
    en: 'Nutrition',
    es: 'Alimentación',
    categories: ['bn_food', 'bn_meals', 'ph_fitness'],
  },
  {
    code: 'academic',
    en: 'Academic support',
    es: 'Apoyo académico',
    categories: ['ac_tutor', 'ac_literacy', 'ac_stem', 'ac_ell', 'ac_disab', 'os_after', 'os_summer'],
  },
  {
    code: 'social_emotional',
    en: 'Social and emotional support',
    es: 'Apoyo social y emocional',
    categories: [
      'bh_counsel',
      'bh_crisis',
      'bh_sel',
      'bh_trauma',
      'bh_substance',
      'me_one',
      'me_group',
      'me_virtual',
    ],
  },
] as const satisfies readonly Part[]
export type WraparoundPart = (typeof wraparoundParts)[number]['code']

/** The parts no supply of a school answers. */
export const missingWraparound = (supplied: readonly string[]): WraparoundPart[] =>
  wraparoundParts
    .filter(({ categories }) => !categories.some((category) => supplied.includes(category)))
    .map(({ code }) => code)
