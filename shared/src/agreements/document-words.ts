import { writtenDay } from '../calendar/written-day.ts'
import type { InTwoLanguages, Language } from '../vocabulary/terms.ts'

const words = {
  parties: { en: 'Parties', es: 'Partes' },
  district: { en: 'The district', es: 'El distrito' },
  partner: { en: 'The partner', es: 'La organización aliada' },
  partnership: { en: 'Partnership', es: 'Alianza' },
  period: { en: 'Period', es: 'Plazo' },
  through: { en: '{from} through {to}', es: 'Del {from} al {to}' },
  renews: {
    en: 'Renews itself for {months} months each time, unless one side gives written notice at least {days} days before the end.',
    es: 'Se renueva por {months} meses cada vez, salvo que una parte avise por escrito al menos {days} días antes del fin.',
  },
  amount: { en: 'Amount', es: 'Importe' },
  amends: { en: 'Amends', es: 'Enmienda a' },
  amendsHash: { en: 'SHA-256 of what it amends', es: 'SHA-256 de lo que enmienda' },
  amendReason: { en: 'Reason', es: 'Motivo' },
  vision: { en: 'Our shared vision', es: 'Nuestra visión compartida' },
  visionNote: {
    en: 'Version {number}, confirmed by both sides before this agreement.',
    es: 'Versión {number}, confirmada por ambas partes antes de este acuerdo.',
  },
  promises: { en: 'What each side will do', es: 'Qué hará cada parte' },
  districtWill: { en: 'The district will:', es: 'El distrito hará lo siguiente:' },
  partnerWill: { en: 'The partner will:', es: 'La organización hará lo siguiente:' },
  shownBy: { en: 'shown by: {evidence}', es: 'se muestra con: {evidence}' },
  by: { en: 'by {day}', es: 'antes del {day}' },
  first: { en: 'first by {day}', es: 'la primera vez antes del {day}' },
  data: { en: 'Data sharing', es: 'Intercambio de datos' },
  basis: { en: 'Ground', es: 'Fundamento' },
  dataPurpose: { en: 'Purpose', es: 'Finalidad' },
  dataScope: { en: 'Scope', es: 'Alcance' },
  elements: { en: 'Data elements', es: 'Datos' },
  roles: { en: 'Who may see them', es: 'Quién puede verlos' },
  redisclosure: { en: 'Passing on', es: 'Comunicación a otros' },
  destroyBy: { en: 'Destroyed by', es: 'Se destruyen antes del' },
  schools: { en: 'Exhibit: schools', es: 'Anexo: escuelas' },
  wholeDistrict: { en: 'All schools of the district.', es: 'Todas las escuelas del distrito.' },
  signatures: { en: 'Signatures', es: 'Firmas' },
  exact: {
    en: 'Both sides signed the document above. It is attached to this file as it was shown to them, and this is its fingerprint:',
    es: 'Ambas partes firmaron el documento anterior. Va adjunto a este archivo tal como se les mostró, y esta es su huella:',
  },
  signedFor: { en: 'Signed for', es: 'Firmado por' },
  name: { en: 'Typed name', es: 'Nombre escrito' },
  function: { en: 'Title', es: 'Cargo' },
  time: { en: 'Time', es: 'Hora' },
  consent: { en: 'Consent', es: 'Consentimiento' },
  verify: {
    en: 'Anyone can check this file, or the attached one, on the page “Verify an agreement” of the district.',
    es: 'Cualquiera puede comprobar este archivo, o el adjunto, en la página «Verificar un acuerdo» del distrito.',
  },
  page: { en: 'Page {page} of {pages}', es: 'Página {page} de {pages}' },
} as const satisfies Record<string, InTwoLanguages>

export type DocumentWord = keyof typeof words

/** A word of the printed document, with its facts filled in. */
export const documentWord = (
  word: DocumentWord,
  language: Language,
  facts: Readonly<Record<string, string | number>> = {},
): string => words[word][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** A moment as the signature page writes it: in universal time, so that it means the same everywhere. */
export const writtenInstant = (instant: string, language: Language): string =>
  `${writtenDay(instant.slice(0, 10), language)}, ${instant.slice(11, 19)} UTC`

/** Dollars, the same on every machine. */
export const writtenMoney = (cents: number): string => {
  const whole = String(Math.floor(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `$${whole}.${String(cents % 100).padStart(2, '0')}`
}
