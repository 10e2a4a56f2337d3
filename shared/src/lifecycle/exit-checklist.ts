import type { Term } from '../vocabulary/terms.ts'

/** What is settled when a partnership ends (domain 6.3). */
export const exitItems = [
  {
    code: 'students_transferred',
    en: 'Students have somewhere else to go',
    es: 'Los estudiantes tienen adónde ir',
  },
  {
    code: 'data_destroyed',
    en: 'Student data are destroyed, with a certificate',
    es: 'Los datos de estudiantes están destruidos, con certificado',
  },
  {
    code: 'keys_returned',
    en: 'Keys, badges and devices are back',
    es: 'Llaves, identificaciones y equipos están devueltos',
  },
  { code: 'final_report', en: 'The final report is in', es: 'El informe final está entregado' },
  { code: 'thank_you', en: 'A thank-you letter is sent', es: 'Se envió una carta de agradecimiento' },
] as const satisfies readonly Term[]
export type ExitItem = (typeof exitItems)[number]['code']

export const exitStateTerms = [
  { code: 'to_do', en: 'To do', es: 'Pendiente' },
  { code: 'done', en: 'Done', es: 'Hecho' },
  { code: 'not_needed', en: 'Not needed', es: 'No hace falta' },
] as const satisfies readonly Term[]
export type ExitState = (typeof exitStateTerms)[number]['code']

/** How long what is still to do may take after the end, in days. */
export const EXIT_DAYS = 30

/** What speaks against an answer: destroyed data without saying where the certificate is kept. */
export const exitProblem = (item: ExitItem, state: ExitState, note: string): string | undefined =>
  item === 'data_destroyed' && state === 'done' && note.trim() === ''
    ? 'Say where the certificate of destruction is kept.'
    : undefined
