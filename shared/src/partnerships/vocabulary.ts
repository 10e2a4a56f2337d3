import type { InTwoLanguages, Term } from '../vocabulary/terms.ts'
import type { ContactKind, Formality, Intensity, PartnershipKind, Scope, Stage } from './schemas.ts'

/** The stages of a partnership in the words people see (domain B3). The steps between them are in stages.ts. */
export const stageTerms = [
  { code: 'exploring', en: 'Exploring', es: 'Explorando' },
  { code: 'forming', en: 'Forming', es: 'En formación' },
  { code: 'active', en: 'Active', es: 'Activa' },
  { code: 'expanding', en: 'Expanding', es: 'En expansión' },
  { code: 'renewing', en: 'Renewing', es: 'En renovación' },
  { code: 'paused', en: 'Paused', es: 'En pausa' },
  { code: 'ended', en: 'Ended', es: 'Finalizada' },
] as const satisfies readonly Term<Stage>[]

/** How far a partnership reaches (domain A10, B10). */
export const scopeTerms = [
  { code: 'district', en: 'Whole district', es: 'Todo el distrito' },
  { code: 'several_schools', en: 'Several schools', es: 'Varias escuelas' },
  { code: 'one_school', en: 'One school', es: 'Una escuela' },
] as const satisfies readonly Term<Scope>[]

/** With a document or on a handshake; both count as help (domain B11). */
export const formalityTerms = [
  { code: 'formal', en: 'Formal', es: 'Formal' },
  { code: 'informal', en: 'Informal', es: 'Informal' },
] as const satisfies readonly Term<Formality>[]

/** How much is asked of both sides; a district may tie its paperwork to it, as Madison does (domain 2). */
export const intensityTerms = [
  { code: 'low', en: 'Low', es: 'Baja' },
  { code: 'medium', en: 'Medium', es: 'Media' },
  { code: 'high', en: 'High', es: 'Alta' },
] as const satisfies readonly Term<Intensity>[]

/** What a partnership is to the district (domain C10), each with the sentence that tells it from the others. */
export const partnershipKindTerms = [
  {
    code: 'strategic',
    en: 'Strategic',
    es: 'Estratégica',
    meaning: {
      en: 'Serves district priorities over years; both sides plan and lead it together.',
      es: 'Sirve a prioridades del distrito durante años; ambas partes la planean y dirigen juntas.',
    },
  },
  {
    code: 'program',
    en: 'Program',
    es: 'De programa',
    meaning: {
      en: 'One program with its own goals, at named schools.',
      es: 'Un programa con sus propias metas, en escuelas determinadas.',
    },
  },
  {
    code: 'transactional',
    en: 'Transactional',
    es: 'De intercambio',
    meaning: {
      en: 'An exchange for one purpose and a time: a room, a service, an event.',
      es: 'Un intercambio para un fin y un tiempo: un espacio, un servicio, un evento.',
    },
  },
  {
    code: 'donor',
    en: 'Donor',
    es: 'Donante',
    meaning: {
      en: 'Gives money or goods; little is done together.',
      es: 'Da dinero o bienes; se hace poco en conjunto.',
    },
  },
] as const satisfies readonly (Term<PartnershipKind> & { meaning: InTwoLanguages })[]

export const contactKindTerms = [
  { code: 'note', en: 'Note', es: 'Nota' },
  { code: 'call', en: 'Phone call', es: 'Llamada' },
  { code: 'email', en: 'Email', es: 'Correo electrónico' },
  { code: 'meeting', en: 'Meeting', es: 'Reunión' },
  { code: 'visit', en: 'Visit', es: 'Visita' },
] as const satisfies readonly Term<ContactKind>[]
