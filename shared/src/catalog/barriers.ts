import type { Term } from '../vocabulary/terms.ts'
import type { CategoryCode } from './category-rows.ts'

/** Why students miss school, in four families. Source: the families are those of Attendance Works; the wording is ours. */
export const barrierFamilies = [
  { code: 'barriers', en: 'Something stands in the way', es: 'Algo se interpone' },
  { code: 'aversion', en: 'School is hard to bear', es: 'La escuela resulta difícil de sobrellevar' },
  { code: 'disengagement', en: 'School does not hold them', es: 'La escuela no logra interesarles' },
  { code: 'misconceptions', en: 'Absence seems harmless', es: 'Faltar parece no tener importancia' },
] as const satisfies readonly Term[]
export type BarrierFamily = (typeof barrierFamilies)[number]['code']

type BarrierRow = Term & { readonly family: BarrierFamily; readonly categories: readonly CategoryCode[] }

/** Each barrier with the kinds of help that answer it: the first link from a missed day to a partner. */
export const barriers = [
  {
    code: 'illness',
    family: 'barriers',
    en: 'Illness and untreated health problems',
    es: 'Enfermedades y problemas de salud sin tratar',
    categories: ['ph_primary', 'ph_asthma', 'ph_dental', 'ph_vision', 'ph_immun'],
  },
  {
    code: 'transport',
    family: 'barriers',
    en: 'No reliable way to school',
    es: 'Falta de transporte confiable',
    categories: ['bn_transport'],
  },
  {
    code: 'housing',
    family: 'barriers',
    en: 'Unstable housing',
    es: 'Vivienda inestable',
    categories: ['bn_housing', 'bn_economic', 'bn_legal', 'bn_clothing', 'bn_hygiene'],
  },
  {
    code: 'food',
    family: 'barriers',
    en: 'Not enough food',
    es: 'Falta de alimentos',
    categories: ['bn_food', 'bn_meals', 'bn_economic'],
  },
  {
    code: 'safety_route',
    family: 'barriers',
    en: 'An unsafe way to school',
    es: 'Camino inseguro a la escuela',
    categories: ['sc_safety', 'bn_transport'],
  },
  {
    code: 'chores_work',
    family: 'barriers',
    en: 'Care of relatives or chores at home',
    es: 'Cuidado de familiares o tareas del hogar',
    categories: ['ch_care', 'bn_economic', 'fe_workshop'],
  },
  {
    code: 'academic_struggle',
    family: 'aversion',
    en: 'Falling behind in class',
    es: 'Dificultades académicas',
    categories: ['ac_tutor', 'ac_literacy', 'ac_ell', 'ac_disab'],
  },
  {
    code: 'bullying',
    family: 'aversion',
    en: 'Bullying and conflict',
    es: 'Acoso escolar y conflictos',
    categories: ['sc_safety', 'bh_sel', 'me_group'],
  },
  {
    code: 'anxiety',
    family: 'aversion',
    en: 'Anxiety and trauma',
    es: 'Ansiedad y trauma',
    categories: ['bh_counsel', 'bh_trauma', 'bh_sel', 'bh_crisis'],
  },
  {
    code: 'not_engaging',
    family: 'disengagement',
    en: 'Lessons that do not engage',
    es: 'Clases que no despiertan interés',
    categories: ['ac_stem', 'os_arts', 'os_sports', 'os_after', 'yl_voice', 'pd_staff'],
  },
  {
    code: 'no_ties',
    family: 'disengagement',
    en: 'No ties to an adult or to peers at school',
    es: 'Falta de vínculos con adultos o compañeros de la escuela',
    categories: ['me_one', 'me_group', 'me_virtual', 'os_after'],
  },
  {
    code: 'drawn_away',
    family: 'disengagement',
    en: 'Drawn away by life outside school',
    es: 'Atracción de actividades fuera de la escuela',
    categories: ['me_one', 'os_after', 'os_summer', 'bh_substance', 'sc_safety'],
  },
  {
    code: 'must_work',
    family: 'disengagement',
    en: 'Must earn money',
    es: 'Necesidad de trabajar',
    categories: ['cc_intern', 'cc_apprent', 'bn_economic'],
  },
  {
    code: 'only_unexcused',
    family: 'misconceptions',
    en: 'Only unexcused absences seem to count',
    es: 'Creer que solo cuentan las faltas injustificadas',
    categories: ['fe_workshop'],
  },
] as const satisfies readonly BarrierRow[]
export type BarrierCode = (typeof barriers)[number]['code']

/** The barriers a kind of help answers. */
export const barriersFor = (category: string): BarrierCode[] =>
  barriers
    .filter(({ categories }) => (categories as readonly string[]).includes(category))
    .map(({ code }) => code)
