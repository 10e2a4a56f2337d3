/** Refusals around placing offers of help; part of refusals.ts. */
export const offerRefusals = {
  'offer-not-in-pipeline': {
    code: 'step-not-possible',
    en: 'Take the offer into the pipeline first; then it can be placed at schools.',
    es: 'Primero acepte la oferta en el proceso; después podrá asignarla a escuelas.',
  },
  'offer-closed': {
    code: 'step-not-possible',
    en: 'This offer is closed; no more schools are asked.',
    es: 'Esta oferta está cerrada; ya no se consulta a más escuelas.',
  },
  'seats-gone': {
    code: 'step-not-possible',
    en: 'There are not enough places left. Lower the number or choose fewer schools.',
    es: 'No quedan suficientes lugares. Baje el número o elija menos escuelas.',
  },
  'window-over': {
    code: 'step-not-possible',
    en: 'The days to answer are over, and the offer has passed on. Tell your partnerships office if you still want it.',
    es: 'Terminó el plazo para responder y la oferta pasó a otra escuela. Si todavía la quiere, avise a la oficina de alianzas.',
  },
  'placement-answered': {
    code: 'step-not-possible',
    en: 'This was answered already. Load the page again to see how.',
    es: 'Esto ya tiene respuesta. Cargue la página de nuevo para verla.',
  },
  'asked-already': {
    code: 'already-exists',
    en: 'One of these schools is being asked about this offer already.',
    es: 'A una de estas escuelas ya se le consultó sobre esta oferta.',
  },
  'first-refusal-due': {
    code: 'step-not-possible',
    en: 'Schools with more need have not been asked yet. Ask them first, or say why not.',
    es: 'Todavía no se consultó a escuelas con más necesidad. Consúltelas primero o diga por qué no.',
  },
  'may-duplicate': {
    code: 'already-exists',
    en: 'This may double help that is there. Join it, look where help is missing, or say why both are wanted.',
    es: 'Esto puede duplicar ayuda que ya existe. Únase a ella, mire dónde falta ayuda o diga por qué se quieren las dos.',
  },
  'no-principal-address': {
    code: 'step-not-possible',
    en: 'A school has no e-mail address of its principal. Add it on the school’s page, or place the offer after a call.',
    es: 'Una escuela no tiene el correo de su directora o director. Añádalo en la página de la escuela, o asigne la oferta tras una llamada.',
  },
} as const
