import type { Term } from '../vocabulary/terms.ts'

/** Where help that a school asked for stands (domain 6.3), of one partner and of the request as a whole. */
export const helpStatuses = [
  { code: 'open', en: 'Asked', es: 'Pedida' },
  { code: 'offered', en: 'Offered', es: 'Ofrecida' },
  { code: 'accepted', en: 'Accepted', es: 'Aceptada' },
  { code: 'scheduled', en: 'Scheduled', es: 'Con fecha' },
  { code: 'started', en: 'Started', es: 'Empezada' },
  { code: 'met', en: 'Met', es: 'Cumplida' },
  { code: 'partly_met', en: 'Partly met', es: 'Cumplida en parte' },
  { code: 'declined', en: 'Declined', es: 'Rechazada' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirada' },
  { code: 'expired', en: 'Expired', es: 'Vencida' },
] as const satisfies readonly Term[]
export type HelpStatus = (typeof helpStatuses)[number]['code']

export const helpAnswers = [
  { code: 'yes', en: 'We can help', es: 'Podemos ayudar' },
  { code: 'partly', en: 'We can help in part', es: 'Podemos ayudar en parte' },
  { code: 'no', en: 'We cannot', es: 'No podemos' },
] as const satisfies readonly Term[]
export type HelpAnswer = (typeof helpAnswers)[number]['code']

/** Why a partner cannot help; worth knowing before the next one is asked. */
export const helpRefusals = [
  { code: 'no_room', en: 'No free places', es: 'Sin lugares libres' },
  { code: 'no_staff', en: 'No staff or volunteers', es: 'Sin personal ni voluntarios' },
  { code: 'no_funds', en: 'No money for it', es: 'Sin fondos' },
  { code: 'too_far', en: 'Too far away', es: 'Queda demasiado lejos' },
  { code: 'wrong_time', en: 'Not at that time', es: 'No en esas fechas' },
  { code: 'not_our_help', en: 'Not what we do', es: 'No es lo que hacemos' },
  { code: 'other', en: 'Other', es: 'Otro motivo' },
] as const satisfies readonly Term[]
export type HelpRefusal = (typeof helpRefusals)[number]['code']

/** What somebody has to do next about a request. */
export const helpWaits = [
  { code: 'answer', en: 'A partner to answer', es: 'La respuesta de un aliado' },
  { code: 'offered', en: 'The school to accept', es: 'Que la escuela acepte' },
  { code: 'delivered', en: 'The school to confirm', es: 'Que la escuela confirme' },
  { code: 'declined', en: 'Somebody else to be asked', es: 'Preguntar a alguien más' },
] as const satisfies readonly Term[]
export type HelpWait = (typeof helpWaits)[number]['code']

/** What came of a request in the school’s own words, and the status it ends with. */
export const helpClosings = [
  { code: 'got_it', ends: 'met', en: 'We got the help', es: 'Recibimos la ayuda' },
  { code: 'got_part', ends: 'partly_met', en: 'We got a part of it', es: 'Recibimos una parte' },
  { code: 'nobody_could', ends: 'declined', en: 'Nobody could help', es: 'Nadie pudo ayudar' },
  {
    code: 'did_not_come',
    ends: 'expired',
    en: 'It was promised and did not come',
    es: 'Se prometió y no llegó',
  },
  { code: 'too_late', ends: 'expired', en: 'It is too late for it now', es: 'Ya es demasiado tarde' },
  { code: 'not_needed', ends: 'withdrawn', en: 'It is not needed any more', es: 'Ya no hace falta' },
  {
    code: 'found_elsewhere',
    ends: 'withdrawn',
    en: 'We found help elsewhere',
    es: 'Encontramos ayuda en otra parte',
  },
  {
    code: 'families_not_reached',
    ends: 'withdrawn',
    en: 'The families could not be reached',
    es: 'No se pudo contactar a las familias',
  },
  {
    code: 'families_declined',
    ends: 'withdrawn',
    en: 'The families declined',
    es: 'Las familias no quisieron',
  },
] as const satisfies readonly (Term & { readonly ends: HelpStatus })[]
export type HelpClosing = (typeof helpClosings)[number]['code']

export const helpEventKinds = [
  'asked',
  'reminded',
  'answered_yes',
  'answered_partly',
  'answered_no',
  'accepted',
  'turned_down',
  'scheduled',
  'started',
  'delivered',
  'backed_out',
  'expired',
  'closed',
  'need_closed',
] as const
export type HelpEventKind = (typeof helpEventKinds)[number]
