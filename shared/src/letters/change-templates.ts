import type { Language } from '../vocabulary/terms.ts'
import type { LetterKind, LetterText } from './kinds.ts'

const paragraphs = (...lines: readonly string[]): string => lines.join('\n\n')

/** What is written when people change (domain E17): to the partner, and to whoever takes over. */
export const changeTemplates = {
  leadership_change: {
    en: {
      subject: '{partnership_name}: a change of people',
      body: paragraphs(
        'Dear {contact_name},',
        '{person_leaving} is leaving. The last day is {last_day}.',
        'What {partner_name} and {district_name} do together in “{partnership_name}” goes on as agreed.',
        'From then on, please turn to: {successors}.',
        'In the next weeks we would like to read our shared vision together again and confirm it.',
        'Thank you for your trust.',
        '{sender_name}\n{district_name}',
      ),
    },
    es: {
      subject: '{partnership_name}: cambio de personas',
      body: paragraphs(
        'Hola, {contact_name}:',
        '{person_leaving} deja su puesto. Su último día es el {last_day}.',
        'Lo que {partner_name} y {district_name} hacen juntos en «{partnership_name}» sigue como se acordó.',
        'Desde entonces, diríjase a: {successors}.',
        'En las próximas semanas queremos volver a leer juntos nuestra visión compartida y confirmarla.',
        'Gracias por su confianza.',
        '{sender_name}\n{district_name}',
      ),
    },
  },
  handover: {
    en: {
      subject: 'Handover: {partnership_name}',
      body: paragraphs(
        'Dear {contact_name},',
        '{person_leaving} is leaving; the last day is {last_day}. From then on: {successors}.',
        '“{partnership_name}” with {partner_name} goes on as agreed. The handover pack says what it is, who is there, and what happened last.',
        'Please make the first contact a warm one, and read the shared vision together with the partner again.',
        '{sender_name}\n{district_name}',
      ),
    },
    es: {
      subject: 'Traspaso: {partnership_name}',
      body: paragraphs(
        'Hola, {contact_name}:',
        '{person_leaving} deja su puesto; su último día es el {last_day}. Desde entonces: {successors}.',
        '«{partnership_name}» con {partner_name} sigue como se acordó. La carpeta de traspaso dice qué es, quién está y qué pasó por último.',
        'Procure que el primer contacto sea cercano y lea de nuevo la visión compartida con la organización.',
        '{sender_name}\n{district_name}',
      ),
    },
  },
} as const satisfies Partial<Record<LetterKind, Record<Language, LetterText>>>
