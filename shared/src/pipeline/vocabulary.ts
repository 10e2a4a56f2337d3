import type { Term } from '../vocabulary/terms.ts'

/** The way of a prospect to the table (domain D10, D11). The steps between them are in prospect-stages.ts. */
export const prospectStageTerms = [
  { code: 'identified', en: 'Identified', es: 'Identificada' },
  { code: 'contacted', en: 'Contacted', es: 'Contactada' },
  { code: 'talking', en: 'Talking', es: 'En conversación' },
  { code: 'willing', en: 'Willing', es: 'Dispuesta' },
  { code: 'joined', en: 'Joined', es: 'Se sumó' },
  { code: 'declined', en: 'Not now', es: 'Por ahora no' },
] as const satisfies readonly Term[]

/** How willing it seems (D10: identify willing stakeholders). */
export const willingnessTerms = [
  { code: 'unknown', en: 'Not known', es: 'No se sabe' },
  { code: 'reluctant', en: 'Reluctant', es: 'Con reservas' },
  { code: 'open', en: 'Open', es: 'Abierta' },
  { code: 'keen', en: 'Keen', es: 'Con ganas' },
] as const satisfies readonly Term[]

/** Ways to reach out, as a multipronged plan has them (D11, D12). */
export const channelTerms = [
  { code: 'introduction', en: 'Introduction', es: 'Presentación' },
  { code: 'letter', en: 'Letter', es: 'Carta' },
  { code: 'email', en: 'Email', es: 'Correo electrónico' },
  { code: 'call', en: 'Phone call', es: 'Llamada' },
  { code: 'meeting', en: 'Meeting', es: 'Reunión' },
  { code: 'visit', en: 'Visit', es: 'Visita' },
  { code: 'event', en: 'Event', es: 'Evento' },
] as const satisfies readonly Term[]

export const prospectSourceTerms = [
  { code: 'staff', en: 'Staff', es: 'Personal' },
  { code: 'stakeholder', en: 'Missing at a school’s table', es: 'Falta en la mesa de una escuela' },
  { code: 'offer', en: 'Offered help', es: 'Ofreció ayuda' },
  { code: 'referral', en: 'Referred by someone', es: 'Por recomendación' },
  { code: 'import', en: 'Import', es: 'Importación' },
] as const satisfies readonly Term[]

/** Why a prospect was let go for now. */
export const closedReasonTerms = [
  { code: 'not_now', en: 'Not this year', es: 'Este año no' },
  { code: 'no_capacity', en: 'No capacity', es: 'Sin capacidad' },
  { code: 'not_a_fit', en: 'Not a fit', es: 'No encaja' },
  { code: 'no_answer', en: 'No answer', es: 'Sin respuesta' },
  { code: 'already_partner', en: 'Is a partner already', es: 'Ya es aliada' },
  { code: 'other', en: 'Other', es: 'Otro' },
] as const satisfies readonly Term[]

/** Where an organisation is already at home (D5, B15). */
export const tieTerms = [
  { code: 'school', en: 'Works with students of a school', es: 'Trabaja con estudiantes de una escuela' },
  { code: 'neighborhood', en: 'At home in a neighborhood', es: 'Tiene raíces en un vecindario' },
  { code: 'language', en: 'Speaks with families in a language', es: 'Habla con las familias en un idioma' },
  { code: 'families', en: 'Trusted by families', es: 'Las familias confían en ella' },
  { code: 'alumni', en: 'Led by former students', es: 'La dirigen exalumnos' },
] as const satisfies readonly Term[]

export const closenessTerms = [
  { code: 'met', en: 'Has met them', es: 'Se conocen de vista' },
  { code: 'works_with', en: 'Works with them', es: 'Trabajan juntos' },
  { code: 'close', en: 'Knows them well', es: 'Se conocen bien' },
] as const satisfies readonly Term[]

/** What an organisation brings, and what it hopes for: a partnership is of use to both (C1, E2). */
export const sideTerms = [
  { code: 'gives', en: 'Can give', es: 'Puede dar' },
  { code: 'seeks', en: 'Looks for', es: 'Busca' },
] as const satisfies readonly Term[]

export const offerStatusTerms = [
  { code: 'new', en: 'New', es: 'Nueva' },
  { code: 'suspected', en: 'May be spam', es: 'Puede ser correo basura' },
  { code: 'accepted', en: 'In the pipeline', es: 'En el proceso' },
  { code: 'declined', en: 'Declined', es: 'Rechazada' },
  { code: 'spam', en: 'Spam', es: 'Correo basura' },
] as const satisfies readonly Term[]

/** How an offer reached the district. */
export const offerSourceTerms = [
  { code: 'form', en: 'Public form', es: 'Formulario público' },
  { code: 'staff', en: 'Written down by staff', es: 'Anotada por el personal' },
  { code: 'api', en: 'Another system', es: 'Otro sistema' },
] as const satisfies readonly Term[]

export const offerReasonTerms = [
  { code: 'already_covered', en: 'Others do this already', es: 'Otros ya lo hacen' },
  { code: 'not_a_fit', en: 'Not a fit for our schools', es: 'No encaja con nuestras escuelas' },
  { code: 'not_eligible', en: 'Cannot be a partner', es: 'No puede ser aliada' },
  { code: 'no_need_now', en: 'No need for it now', es: 'No hace falta ahora' },
  { code: 'other', en: 'Other', es: 'Otro' },
] as const satisfies readonly Term[]

type Code<Terms extends readonly Term[]> = Terms[number]['code']
export type ProspectStage = Code<typeof prospectStageTerms>
export type Willingness = Code<typeof willingnessTerms>
export type Channel = Code<typeof channelTerms>
export type ProspectSource = Code<typeof prospectSourceTerms>
export type ClosedReason = Code<typeof closedReasonTerms>
export type TieKind = Code<typeof tieTerms>
export type Closeness = Code<typeof closenessTerms>
export type Side = Code<typeof sideTerms>
export type OfferStatus = Code<typeof offerStatusTerms>
export type OfferReason = Code<typeof offerReasonTerms>
