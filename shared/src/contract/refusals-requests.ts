/** Refusals around help a school asks partners for; part of refusals.ts. */
export const requestRefusals = {
  'request-closed': {
    code: 'step-not-possible',
    en: 'This request is closed: the school has said what came of it. Ask anew if help is wanted again.',
    es: 'Esta petición está cerrada: la escuela ya dijo qué resultó. Haga otra si vuelve a querer ayuda.',
  },
  'help-step': {
    code: 'step-not-possible',
    en: 'This partner’s help is at another step by now. Load the page again.',
    es: 'La ayuda de este aliado ya está en otro paso. Cargue la página de nuevo.',
  },
  'help-not-offered': {
    code: 'step-not-possible',
    en: 'This partner has not said yet that it can help. Wait for its answer, or write down what it told you.',
    es: 'Este aliado todavía no dijo que puede ayudar. Espere su respuesta o anote lo que le dijo.',
  },
  'help-not-accepted': {
    code: 'step-not-possible',
    en: 'The school has not accepted the help yet. You will get an e-mail when it does.',
    es: 'La escuela todavía no ha aceptado la ayuda. Recibirá un correo cuando lo haga.',
  },
  'partner-asked-already': {
    code: 'already-exists',
    en: 'One of these partners is being asked for this already.',
    es: 'A uno de estos aliados ya se le está pidiendo esto.',
  },
  'no-help-came': {
    code: 'step-not-possible',
    en: 'No partner’s help was accepted, so none can have come. Accept it first, or choose another reason.',
    es: 'No se aceptó la ayuda de ningún aliado, así que no pudo llegar. Acéptela primero o elija otro motivo.',
  },
  'poll-closed': {
    code: 'step-not-possible',
    en: 'This poll is closed: answers are no longer taken.',
    es: 'Esta consulta está cerrada: ya no se reciben respuestas.',
  },
  'nobody-to-poll': {
    code: 'step-not-possible',
    en: 'No partner in force is like this. Take a filter away.',
    es: 'Ningún aliado en marcha es así. Quite un filtro.',
  },
} as const
