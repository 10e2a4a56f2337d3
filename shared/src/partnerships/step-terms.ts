import type { Term } from '../vocabulary/terms.ts'

/**
 * What a partnership must have before and while it runs. Sources: Madison ties agreement and board path to intensity;
 * Oakland asks agencies for insurance and clearance; Seattle renews data-sharing agreements every year; Baltimore wants a
 * named liaison (domain 2); lead and vision first (E3, E7); a lighter lane for grassroots groups (B15, domain 5.17).
 */
export const stepTerms = [
  { code: 'leads', en: 'A lead and a backup on both sides', es: 'Responsable y suplente de ambos lados' },
  { code: 'school_liaison', en: 'A liaison at each school', es: 'Un enlace en cada escuela' },
  {
    code: 'shared_vision',
    en: 'Shared vision, confirmed by both sides',
    es: 'Visión común, confirmada por ambos',
  },
  { code: 'agreement', en: 'Written agreement', es: 'Acuerdo escrito' },
  { code: 'signatures', en: 'Signatures of both sides', es: 'Firmas de ambas partes' },
  { code: 'data_sharing_agreement', en: 'Data-sharing agreement', es: 'Acuerdo de intercambio de datos' },
  {
    code: 'background_check',
    en: 'Background checks of its people',
    es: 'Verificación de antecedentes de su personal',
  },
  { code: 'liability_insurance', en: 'General liability insurance', es: 'Seguro de responsabilidad civil' },
  { code: 'workers_comp', en: 'Workers’ compensation insurance', es: 'Seguro de accidentes de trabajo' },
  { code: 'w9', en: 'W-9 with employer number', es: 'Formulario W-9 con número de empleador' },
  { code: 'training', en: 'Mandated-reporter training', es: 'Capacitación para reportar maltrato' },
  { code: 'legal_review', en: 'Legal review', es: 'Revisión legal' },
  { code: 'risk_review', en: 'Risk review', es: 'Revisión de riesgos' },
  { code: 'board_approval', en: 'Approval by the board', es: 'Aprobación de la junta' },
  { code: 'check_ins', en: 'Check-in every quarter', es: 'Reunión de seguimiento cada trimestre' },
] as const satisfies readonly Term[]
export type Step = (typeof stepTerms)[number]['code']

/** Why a step is asked for. */
export const stepReasonTerms = [
  { code: 'always', en: 'every partnership', es: 'toda alianza' },
  { code: 'works_at_schools', en: 'it works at schools', es: 'trabaja en escuelas' },
  { code: 'medium_intensity', en: 'medium intensity', es: 'intensidad media' },
  { code: 'high_intensity', en: 'high intensity', es: 'intensidad alta' },
  { code: 'student_contact', en: 'its people are with students', es: 'sus personas están con estudiantes' },
  {
    code: 'unsupervised',
    en: 'with students without school staff',
    es: 'con estudiantes sin personal escolar',
  },
  { code: 'student_data', en: 'records of single students', es: 'datos de cada estudiante' },
  { code: 'district_pays', en: 'the district pays', es: 'paga el distrito' },
  { code: 'space', en: 'it uses rooms of the district', es: 'usa espacios del distrito' },
] as const satisfies readonly Term[]
export type StepReason = (typeof stepReasonTerms)[number]['code']
