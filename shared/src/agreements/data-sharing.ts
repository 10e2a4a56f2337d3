import type { FieldRule } from '../contract/field-rules.ts'
import type { FieldProblem } from '../contract/problem.ts'
import type { StepFacts } from '../partnerships/required-steps.ts'
import type { Term } from '../vocabulary/terms.ts'

/** The ground on which data may be shared (domain 3.9; FERPA, 34 CFR part 99). */
export const sharingBases = [
  {
    code: 'aggregate_suppressed',
    en: 'Aggregates with small numbers withheld',
    es: 'Cifras de grupos sin números pequeños',
  },
  {
    code: 'deidentified',
    en: 'De-identified records, 34 CFR 99.31(b)',
    es: 'Datos sin identificar, 34 CFR 99.31(b)',
  },
  {
    code: 'parent_consent',
    en: 'Consent of parents, 34 CFR 99.30',
    es: 'Consentimiento de los padres, 34 CFR 99.30',
  },
  {
    code: 'school_official',
    en: 'School official, 34 CFR 99.31(a)(1)(i)(B)',
    es: 'Funcionario escolar, 34 CFR 99.31(a)(1)(i)(B)',
  },
  { code: 'studies', en: 'Studies, 34 CFR 99.31(a)(6)', es: 'Estudios, 34 CFR 99.31(a)(6)' },
  {
    code: 'audit_evaluation',
    en: 'Audit or evaluation, 34 CFR 99.31(a)(3) and 99.35',
    es: 'Auditoría o evaluación, 34 CFR 99.31(a)(3) y 99.35',
  },
  {
    code: 'directory_info',
    en: 'Directory information, 34 CFR 99.37',
    es: 'Información de directorio, 34 CFR 99.37',
  },
  {
    code: 'health_safety',
    en: 'Health or safety emergency, 34 CFR 99.36',
    es: 'Emergencia de salud o seguridad, 34 CFR 99.36',
  },
] as const satisfies readonly Term[]
export type SharingBasis = (typeof sharingBases)[number]['code']

/** Bases under which nothing leaves that tells one student from another. */
const withoutStudents: readonly SharingBasis[] = ['aggregate_suppressed', 'deidentified']
export const showsStudents = (basis: SharingBasis): boolean => !withoutStudents.includes(basis)

export interface DataSharing {
  readonly basis: SharingBasis
  readonly purpose: string
  readonly scope: string
  readonly elements: readonly string[]
  readonly roles: readonly string[]
  readonly redisclosure: string
  readonly destroyBy: string | null
}

const lacks = (field: string, message: string, rule: FieldRule = 'required'): FieldProblem => ({
  field: `dataSharing.${field}`,
  rule,
  message,
})

/**
 * What the data part of an agreement lacks. A studies agreement states purpose, scope, duration and data, and when they are
 * destroyed; the others are held to the same, because the district must be able to answer for all of them (domain 3.9).
 */
export const dataSharingGaps = (
  sharing: DataSharing | null,
  facts: { readonly data: StepFacts['data']; readonly startsOn: string | null },
): FieldProblem[] => {
  if (!sharing) return [lacks('basis', 'Say on which ground data are shared.')]
  const students = showsStudents(sharing.basis)
  return [
    ...(facts.data === 'student_level' && !students
      ? [
          lacks(
            'basis',
            'Records of single students cannot be shared on this ground. Choose another, or share aggregates only.',
            'basis',
          ),
        ]
      : []),
    ...(/\S/.test(sharing.purpose) ? [] : [lacks('purpose', 'Say what the data are for.')]),
    ...(/\S/.test(sharing.scope) ? [] : [lacks('scope', 'Say whose data, and of which time.')]),
    ...(sharing.elements.length > 0 ? [] : [lacks('elements', 'List the data elements that are shared.')]),
    ...(!students || sharing.roles.length > 0 ? [] : [lacks('roles', 'Say which roles may see the data.')]),
    ...(!students || /\S/.test(sharing.redisclosure)
      ? []
      : [lacks('redisclosure', 'Say whether and how the data may be passed on.')]),
    ...(students && sharing.destroyBy === null
      ? [lacks('destroyBy', 'Say by which day the data are destroyed.')]
      : []),
    ...(sharing.destroyBy !== null && facts.startsOn !== null && sharing.destroyBy <= facts.startsOn
      ? [lacks('destroyBy', 'The data cannot be destroyed before the agreement begins.', 'order')]
      : []),
  ]
}
