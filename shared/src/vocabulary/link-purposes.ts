import type { InTwoLanguages, Term } from './terms.ts'

interface Purpose extends Term {
  /** How long a link of this kind works, in days, unless its maker says otherwise. */
  readonly days: number
  /** Ends the sentence "… asks you to …" in the mail that carries the link. */
  readonly asks: InTwoLanguages
  /** Who holds it, where that is not the organization. */
  readonly reader?: 'school'
}

/**
 * What a partner or a principal can do by an e-mailed link, without an account: each link is for one of these and shows
 * nothing else. A feature adds its own row.
 */
export const linkPurposes = [
  {
    code: 'documents',
    en: 'Compliance documents',
    es: 'Documentos de cumplimiento',
    days: 30,
    asks: { en: 'send your compliance documents', es: 'enviar sus documentos de cumplimiento' },
  },
  {
    code: 'vision',
    en: 'Shared vision',
    es: 'Visión compartida',
    days: 30,
    asks: { en: 'read and confirm our shared vision', es: 'leer y confirmar nuestra visión compartida' },
  },
  {
    code: 'agreement',
    en: 'Agreement',
    es: 'Acuerdo',
    days: 30,
    asks: { en: 'read and sign our agreement', es: 'leer y firmar nuestro acuerdo' },
  },
  {
    code: 'check-in',
    en: 'Check-in',
    es: 'Reunión de seguimiento',
    days: 45,
    asks: {
      en: 'prepare and sign off our check-in',
      es: 'preparar y dar por buena nuestra reunión de seguimiento',
    },
  },
  {
    code: 'pulse',
    en: 'Partnership pulse',
    es: 'Pulso de la alianza',
    days: 30,
    asks: {
      en: 'say in a few questions how the partnership is going',
      es: 'decir en unas pocas preguntas cómo va la alianza',
    },
  },
  {
    code: 'hours',
    en: 'Volunteer hours',
    es: 'Horas de voluntariado',
    days: 120,
    asks: { en: 'report volunteer hours', es: 'anotar horas de voluntariado' },
  },
  {
    code: 'snapshot',
    en: 'School snapshot',
    es: 'Panorama de la escuela',
    days: 90,
    asks: {
      en: 'say in five minutes what the school needs and who helps it now',
      es: 'decir en cinco minutos qué necesita la escuela y quién la ayuda ahora',
    },
  },
  {
    code: 'census',
    en: 'Partner census',
    es: 'Censo de aliados',
    days: 90,
    asks: {
      en: 'look through your programs, schools and seats',
      es: 'revisar sus programas, escuelas y lugares',
    },
  },
  {
    code: 'confirm-partner',
    en: 'Question about a partner',
    es: 'Pregunta sobre un aliado',
    days: 30,
    asks: {
      en: 'say whether a partner is at the school',
      es: 'decir si una organización está en la escuela',
    },
  },
  {
    code: 'first-refusal',
    en: 'First refusal of an offer',
    es: 'Prioridad sobre una oferta',
    days: 30,
    reader: 'school',
    asks: {
      en: 'say whether your school wants help that was offered',
      es: 'decir si su escuela quiere una ayuda que se ofreció',
    },
  },
  {
    code: 'offer',
    en: 'What came of an offer',
    es: 'Qué pasó con una oferta',
    days: 120,
    asks: { en: 'see what came of your offer', es: 'ver qué pasó con su oferta' },
  },
  {
    code: 'help-request',
    en: 'Help a school asks for',
    es: 'Ayuda que pide una escuela',
    days: 120,
    asks: { en: 'say whether you can help a school', es: 'decir si puede ayudar a una escuela' },
  },
  {
    code: 'can-deliver',
    en: 'Can you still deliver?',
    es: '¿Puede seguir prestando su ayuda?',
    days: 30,
    asks: { en: 'say whether you can still deliver', es: 'decir si puede seguir prestando su ayuda' },
  },
  {
    code: 'seats',
    en: 'Seats for students',
    es: 'Plazas para estudiantes',
    days: 60,
    asks: {
      en: 'say how many students you could take and who has a seat',
      es: 'decir cuántos estudiantes puede recibir y quién tiene ya una plaza',
    },
  },
  {
    code: 'seat-hours',
    en: 'Hours at work to sign for',
    es: 'Horas en el trabajo por firmar',
    days: 60,
    asks: {
      en: 'sign for the hours students spent with you',
      es: 'firmar las horas que los estudiantes pasaron con usted',
    },
  },
  {
    code: 'story-consent',
    en: 'Consent to a story',
    es: 'Permiso para una historia',
    days: 730,
    asks: {
      en: 'say whether a story may show your words or picture',
      es: 'decir si una historia puede mostrar sus palabras o su imagen',
    },
  },
  {
    code: 'resource',
    en: 'Toolkit resource',
    es: 'Recurso de la caja de herramientas',
    days: 120,
    asks: { en: 'read something from our toolkit', es: 'leer algo de nuestra caja de herramientas' },
  },
  {
    code: 'activities',
    en: 'Activities and sessions',
    es: 'Actividades y sesiones',
    days: 120,
    asks: {
      en: 'say which sessions took place and how many people came',
      es: 'decir qué sesiones se realizaron y cuántas personas vinieron',
    },
  },
  {
    code: 'help-done',
    en: 'What your help did',
    es: 'Qué logró su ayuda',
    days: 120,
    asks: { en: 'see what your help did', es: 'ver qué logró su ayuda' },
  },
] as const satisfies readonly Purpose[]
export type LinkPurpose = (typeof linkPurposes)[number]['code']

export const linkPurpose = (code: string): Purpose | undefined =>
  linkPurposes.find((purpose) => purpose.code === code)
