/** Refusals around check-ins, councils and their calendars; part of refusals.ts. */
export const meetingRefusals = {
  'check-in-signed': {
    code: 'step-not-possible',
    en: 'Both sides have signed this check-in. The record stays as they signed it; write what is new into the next one.',
    es: 'Ambas partes firmaron esta reunión. El registro queda como lo firmaron; escriba lo nuevo en la siguiente.',
  },
  'check-in-cancelled': {
    code: 'step-not-possible',
    en: 'This meeting was cancelled. Plan another one.',
    es: 'Esta reunión se canceló. Planifique otra.',
  },
  'check-in-changed': {
    code: 'stale',
    en: 'The record was changed after you opened it. Read it again, then sign it as it is now.',
    es: 'El registro cambió después de que usted lo abrió. Léalo de nuevo y firme lo que dice ahora.',
  },
  'check-in-not-yet': {
    code: 'step-not-possible',
    en: 'The day of this check-in is still to come. Sign it once you have met, or move it to the day you met.',
    es: 'El día de esta reunión aún no llega. Fírmela después de reunirse, o cámbiela al día en que se reunieron.',
  },
  'check-in-unwritten': {
    code: 'step-not-possible',
    en: 'Write something into each of the four sections before it is signed: goals, progress, challenges, adjustments.',
    es: 'Escriba algo en cada una de las cuatro secciones antes de firmar: metas, avance, dificultades, ajustes.',
  },
  'check-in-signed-by-side': {
    code: 'step-not-possible',
    en: 'Your side has signed this record already. It waits for the other side.',
    es: 'Su parte ya firmó este registro. Falta la otra parte.',
  },
  'check-in-exists': {
    code: 'already-exists',
    en: 'This quarter has a check-in already. Move that one instead.',
    es: 'Este trimestre ya tiene una reunión de seguimiento. Cambie la fecha de esa.',
  },
  'check-in-ended': {
    code: 'step-not-possible',
    en: 'This partnership has ended or is not at work yet. Check-ins begin when it is active.',
    es: 'Esta alianza terminó o todavía no está en marcha. Las reuniones empiezan cuando está activa.',
  },
  'feeds-of-people': {
    code: 'not-permitted',
    en: 'Calendars to subscribe to belong to people. Sign in as one.',
    es: 'Los calendarios para suscribirse son de personas. Inicie sesión como una.',
  },
} as const
