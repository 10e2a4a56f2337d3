import type { Term } from '../vocabulary/terms.ts'

/** What a letter can be filled with. In a template a field stands as `{code}` (domain D13). */
export const mergeFields = [
  { code: 'contact_name', en: 'Name of the reader', es: 'Nombre de quien la recibe' },
  { code: 'partner_name', en: 'Partner organization', es: 'Organización aliada' },
  { code: 'partnership_name', en: 'Partnership', es: 'Alianza' },
  { code: 'district_name', en: 'District', es: 'Distrito' },
  { code: 'school_name', en: 'School', es: 'Escuela' },
  { code: 'principal_name', en: 'Principal', es: 'Dirección de la escuela' },
  { code: 'sender_name', en: 'Who signs', es: 'Quien firma' },
  { code: 'sender_title', en: 'Title of who signs', es: 'Cargo de quien firma' },
  { code: 'lead_name', en: 'District lead', es: 'Responsable del distrito' },
  { code: 'existing_service', en: 'What the partner does today', es: 'Lo que la organización hace hoy' },
  { code: 'needs', en: 'Open needs of the school', es: 'Necesidades abiertas de la escuela' },
  { code: 'meeting_date', en: 'Day of the meeting', es: 'Día de la reunión' },
  { code: 'start_date', en: 'First day', es: 'Primer día' },
  { code: 'end_date', en: 'Last day of the agreement', es: 'Último día del acuerdo' },
  { code: 'notice_date', en: 'Answer until', es: 'Responder hasta' },
  { code: 'students_reached', en: 'Students reached', es: 'Estudiantes alcanzados' },
  { code: 'hours_given', en: 'Volunteer hours this year', es: 'Horas de voluntariado este año' },
  { code: 'value_given', en: 'Value delivered this year', es: 'Valor entregado este año' },
  { code: 'school_year', en: 'School year', es: 'Año escolar' },
  { code: 'person_leaving', en: 'Who leaves', es: 'Quién se va' },
  { code: 'last_day', en: 'Last day of who leaves', es: 'Último día de quien se va' },
  { code: 'successors', en: 'Who takes over', es: 'Quién toma el relevo' },
] as const satisfies readonly Term[]
export type MergeField = (typeof mergeFields)[number]['code']
export type MergeFacts = Partial<Record<MergeField, string | null>>
