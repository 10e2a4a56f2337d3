import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of placing offers are called where changes are told. */
export const offerColumns = {
  answered_by_name: ['Answered by', 'Respondió'],
  asked_at: ['Asked', 'Consultada'],
  asked_name: ['Who was asked', 'A quién se consultó'],
  because: [
    'Why schools with more need were passed over',
    'Por qué se pasó por alto a escuelas con más necesidad',
  ],
  equity_tier: ['Equity tier', 'Nivel de equidad'],
  first_refusal_days: ['Days a school has to answer an offer', 'Días para responder a una oferta'],
  offer_id: ['Offer of help', 'Oferta de ayuda'],
  ratio_after: ['Highest:Lowest ratio with it', 'Razón Máxima:Mínima con esto'],
  ratio_before: ['Highest:Lowest ratio before', 'Razón Máxima:Mínima antes'],
  site_id: ['Site', 'Sitio'],
  until: ['Can answer until', 'Puede responder hasta'],
  wanted_school_ids: ['Schools they would like to help', 'Escuelas que le gustaría ayudar'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
