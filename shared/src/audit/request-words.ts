import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of help requests are called where changes are told. */
export const requestColumns = {
  answer_due_on: ['First answer due', 'Primera respuesta hasta'],
  answered_on: ['Answered on', 'Respondió el'],
  asked_by: ['Asked by', 'Lo pidió'],
  asked_by_name: ['Asked by', 'Lo pidió'],
  closed_by_name: ['Closed by', 'Lo cerró'],
  delivered_note: ['What was delivered', 'Lo que se entregó'],
  delivered_on: ['Delivered on', 'Entregada el'],
  delivered_students: ['Students reached', 'Estudiantes atendidos'],
  first_answered_on: ['First answered on', 'Primera respuesta el'],
  help_answer_days: ['Working days to the first answer', 'Días hábiles para la primera respuesta'],
  help_request_id: ['Request for help', 'Petición de ayuda'],
  need_closed: ['Met its need', 'Cubrió su necesidad'],
  once: ['Given once', 'Se da una vez'],
  outcome_note: ['What came of it', 'Qué resultó'],
  students_helped: ['Students helped', 'Estudiantes ayudados'],
  suited_service_id: ['Suggested for its service', 'Sugerido por su servicio'],
  to_email: ['Mailed to', 'Correo'],
  to_name: ['Name of the recipient', 'Nombre del destinatario'],
  waits: ['Waits for', 'Espera'],
  wanted_by: ['Wanted by', 'Se necesita para'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
