import type { Term } from '../vocabulary/terms.ts'

/** Kinds of paper a district signs with a partner (domain 3.8). An informal partnership has none. */
export const agreementTypes = [
  { code: 'express', en: 'Express partner agreement', es: 'Acuerdo de colaboración exprés' },
  { code: 'no_cost_mou', en: 'No-cost memorandum', es: 'Memorando sin costo' },
  { code: 'moa', en: 'Memorandum of agreement', es: 'Memorando de acuerdo' },
  { code: 'paid_services', en: 'Paid services contract', es: 'Contrato de servicios pagados' },
  { code: 'facility_use', en: 'Facility use agreement', es: 'Acuerdo de uso de instalaciones' },
  { code: 'data_sharing', en: 'Data-sharing agreement', es: 'Acuerdo de intercambio de datos' },
  {
    code: 'internship_training',
    en: 'Internship and worksite agreement',
    es: 'Acuerdo de prácticas y formación',
  },
  { code: 'pta_run', en: 'Family-run program agreement', es: 'Acuerdo de programa de las familias' },
] as const satisfies readonly Term[]
export type AgreementType = (typeof agreementTypes)[number]['code']

/** Where an agreement stands between being written and being signed. */
export const agreementStages = [
  { code: 'draft', en: 'Draft', es: 'Borrador' },
  { code: 'legal', en: 'Legal review', es: 'Revisión legal' },
  { code: 'risk', en: 'Risk review', es: 'Revisión de riesgos' },
  { code: 'board', en: 'Board approval', es: 'Aprobación de la junta' },
  { code: 'signatures', en: 'Signatures', es: 'Firmas' },
  { code: 'signed', en: 'Signed', es: 'Firmado' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirado' },
] as const satisfies readonly Term[]
export type AgreementStage = (typeof agreementStages)[number]['code']

export const sectionStates = [
  { code: 'not_yet_addressed', en: 'Not yet addressed', es: 'Sin abordar' },
  { code: 'under_discussion', en: 'Under discussion', es: 'En conversación' },
  { code: 'finalized', en: 'Finalized', es: 'Terminado' },
] as const satisfies readonly Term[]
export type SectionState = (typeof sectionStates)[number]['code']

export const agreementKinds = [
  { code: 'new', en: 'New', es: 'Nuevo' },
  { code: 'renewal', en: 'Renewal', es: 'Renovación' },
  { code: 'amendment', en: 'Amendment', es: 'Enmienda' },
] as const satisfies readonly Term[]
export type AgreementKind = (typeof agreementKinds)[number]['code']

/** What a signed agreement is on a day. */
export const agreementStandings = [
  { code: 'unsigned', en: 'Not signed', es: 'Sin firmar' },
  { code: 'upcoming', en: 'Begins later', es: 'Empieza más adelante' },
  { code: 'in_force', en: 'In force', es: 'Vigente' },
  { code: 'expired', en: 'Expired', es: 'Vencido' },
  { code: 'ended', en: 'Ended early', es: 'Terminado antes' },
  { code: 'replaced', en: 'Replaced', es: 'Sustituido' },
] as const satisfies readonly Term[]
export type AgreementStanding = (typeof agreementStandings)[number]['code']
