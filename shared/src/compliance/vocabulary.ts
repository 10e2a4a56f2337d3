import type { Term } from '../vocabulary/terms.ts'

/** Documents of a compliance passport (domain 3.8; Oakland asks agencies for insurance and clearance letters, domain 2). */
export const documentKinds = [
  { code: 'liability_insurance', en: 'General liability insurance', es: 'Seguro de responsabilidad civil' },
  { code: 'additional_insured', en: 'Additional-insured endorsement', es: 'Endoso de asegurado adicional' },
  { code: 'workers_comp', en: 'Workers’ compensation insurance', es: 'Seguro de accidentes de trabajo' },
  {
    code: 'clearance_letter',
    en: 'Clearance letter (fingerprints, TB)',
    es: 'Carta de verificación (huellas, tuberculosis)',
  },
  {
    code: 'state_clearance',
    en: 'State child-abuse clearance',
    es: 'Certificado estatal de protección infantil',
  },
  { code: 'training', en: 'Mandated-reporter training', es: 'Capacitación para reportar maltrato' },
  { code: 'data_agreement', en: 'Data-sharing agreement', es: 'Acuerdo de intercambio de datos' },
  { code: 'tax_form', en: 'W-9 with employer number', es: 'Formulario W-9 con número de empleador' },
  { code: 'nonprofit_letter', en: '501(c)(3) letter', es: 'Carta 501(c)(3)' },
] as const satisfies readonly Term[]
export type DocumentKind = (typeof documentKinds)[number]['code']

/** What a requirement can depend on; it holds when any of its conditions does. */
export const requirementConditions = [
  { code: 'always', en: 'every partner', es: 'toda organización' },
  { code: 'from_medium', en: 'medium or high intensity', es: 'intensidad media o alta' },
  { code: 'high', en: 'high intensity', es: 'intensidad alta' },
  { code: 'contact', en: 'its people are with students', es: 'sus personas están con estudiantes' },
  {
    code: 'contact_from_medium',
    en: 'its people are with students, at medium or high intensity',
    es: 'sus personas están con estudiantes, con intensidad media o alta',
  },
  {
    code: 'contact_high',
    en: 'its people are with students, at high intensity',
    es: 'sus personas están con estudiantes, con intensidad alta',
  },
  {
    code: 'unsupervised',
    en: 'with students without school staff',
    es: 'con estudiantes sin personal escolar',
  },
  {
    code: 'student_data',
    en: 'it receives records of single students',
    es: 'recibe datos de cada estudiante',
  },
  { code: 'district_pays', en: 'the district pays it', es: 'el distrito le paga' },
  {
    code: 'space',
    en: 'it uses rooms of the district after hours',
    es: 'usa espacios del distrito fuera de horario',
  },
] as const satisfies readonly Term[]
export type RequirementCondition = (typeof requirementConditions)[number]['code']

/** How a document stands today (domain 3.8). */
export const documentStates = [
  { code: 'missing', en: 'Missing', es: 'Falta' },
  { code: 'submitted', en: 'To be reviewed', es: 'Por revisar' },
  { code: 'approved', en: 'Approved', es: 'Aprobado' },
  { code: 'expiring', en: 'Expires soon', es: 'Vence pronto' },
  { code: 'expired', en: 'Expired', es: 'Vencido' },
  { code: 'rejected', en: 'Sent back', es: 'Devuelto' },
  { code: 'waived', en: 'Not needed', es: 'No hace falta' },
] as const satisfies readonly Term[]
export type DocumentState = (typeof documentStates)[number]['code']

/** Why a document is sent back. */
export const rejectReasons = [
  { code: 'wrong_document', en: 'It is another document', es: 'Es otro documento' },
  { code: 'unreadable', en: 'It cannot be read', es: 'No se puede leer' },
  { code: 'incomplete', en: 'Pages or a signature are missing', es: 'Faltan páginas o una firma' },
  { code: 'out_of_date', en: 'It is out of date', es: 'No está vigente' },
  { code: 'amount_too_low', en: 'The insured amount is too low', es: 'El monto asegurado es muy bajo' },
  { code: 'name_mismatch', en: 'It names another organization', es: 'Está a nombre de otra organización' },
  { code: 'other', en: 'Something else', es: 'Otra razón' },
] as const satisfies readonly Term[]
export type RejectReason = (typeof rejectReasons)[number]['code']

/** Whether the people of an organisation may be on campus: the answer at the front office. */
export const clearanceStatuses = [
  { code: 'green', en: 'Cleared', es: 'Con autorización' },
  { code: 'amber', en: 'Ask first', es: 'Pregunte antes' },
  { code: 'red', en: 'Not cleared', es: 'Sin autorización' },
] as const satisfies readonly Term[]
export type ClearanceStatus = (typeof clearanceStatuses)[number]['code']
