import type { InTwoLanguages } from '../vocabulary/terms.ts'

export interface StudentGroup {
  readonly code: string
  /** Groups of one dimension share all students out among them; suppression protects them together. */
  readonly dimension: string
  readonly name: InTwoLanguages
}

const group = (dimension: string, code: string, en: string, es: string): StudentGroup => ({
  code,
  dimension,
  name: { en, es },
})

/**
 * The groups figures are broken down by from the first day: race and ethnicity as the federal government counts them
 * (OMB 1997, as reported by schools), and the groups of ESSA section 1111 with gender, housing and care.
 */
export const studentGroups: readonly StudentGroup[] = [
  group('all', 'all', 'All students', 'Todo el alumnado'),
  group(
    'race',
    'native_american',
    'American Indian or Alaska Native',
    'Indígenas americanos o nativos de Alaska',
  ),
  group('race', 'asian', 'Asian', 'Asiáticos'),
  group('race', 'black', 'Black or African American', 'Negros o afroamericanos'),
  group('race', 'hispanic', 'Hispanic or Latino', 'Hispanos o latinos'),
  group(
    'race',
    'pacific_islander',
    'Native Hawaiian or Pacific Islander',
    'Nativos de Hawái o de las islas del Pacífico',
  ),
  group('race', 'white', 'White', 'Blancos'),
  group('race', 'multiracial', 'Two or more races', 'Dos o más razas'),
  group('gender', 'female', 'Female', 'Femenino'),
  group('gender', 'male', 'Male', 'Masculino'),
  group('gender', 'nonbinary', 'Nonbinary', 'No binario'),
  group(
    'disability',
    'students_with_disabilities',
    'Students with disabilities',
    'Estudiantes con discapacidades',
  ),
  group('language', 'english_learners', 'English learners', 'Estudiantes que aprenden inglés'),
  group('income', 'economically_disadvantaged', 'Economically disadvantaged', 'En desventaja económica'),
  group('housing', 'temporary_housing', 'Homeless (McKinney-Vento)', 'Sin hogar (McKinney-Vento)'),
  group('care', 'foster_care', 'In foster care', 'En hogares de acogida'),
]
