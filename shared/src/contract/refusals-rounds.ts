/** Refusals around snapshots, censuses and the reconciliation of both; part of refusals.ts. */
export const roundRefusals = {
  'round-there': {
    code: 'already-exists',
    en: 'There is one of this school year already. Move its last day instead of opening another.',
    es: 'Ya hay una de este año escolar. Cambie su último día en lugar de abrir otra.',
  },
  'round-over': {
    code: 'step-not-possible',
    en: 'The window is closed: answers are no longer taken. Ask the district to open it again.',
    es: 'El plazo terminó: ya no se reciben respuestas. Pida al distrito que lo abra de nuevo.',
  },
  'round-planned': {
    code: 'step-not-possible',
    en: 'The window has not opened yet. Come back on its first day.',
    es: 'El plazo todavía no empieza. Vuelva el primer día.',
  },
  'no-snapshot': {
    code: 'not-found',
    en: 'The district has not opened a snapshot for this school yet.',
    es: 'El distrito todavía no abre un panorama para esta escuela.',
  },
  'no-census': {
    code: 'not-found',
    en: 'The district has not asked this partner in a census yet.',
    es: 'El distrito todavía no pregunta a esta organización en un censo.',
  },
  'mismatch-settled': {
    code: 'step-not-possible',
    en: 'This is settled already. Load the list again to see how.',
    es: 'Esto ya está resuelto. Cargue la lista de nuevo para ver cómo.',
  },
  'mismatch-open': {
    code: 'step-not-possible',
    en: 'There is nothing to take back: this is open.',
    es: 'No hay nada que deshacer: esto está pendiente.',
  },
  'mismatch-act': {
    code: 'step-not-possible',
    en: 'This does not settle a difference of this kind. Choose another way.',
    es: 'Esto no resuelve una diferencia de este tipo. Elija otra forma.',
  },
  'mismatch-moved-on': {
    code: 'step-not-possible',
    en: 'The record has changed since, so this can no longer be taken back here. Change it on the partner’s page.',
    es: 'El registro cambió después, así que aquí ya no se puede deshacer. Cámbielo en la página del aliado.',
  },
  'no-principal-address': {
    code: 'step-not-possible',
    en: 'Nobody at this school has an e-mail address here. Add the principal’s first.',
    es: 'Nadie de esta escuela tiene correo aquí. Añada primero el de la dirección.',
  },
} as const
