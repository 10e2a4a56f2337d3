import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of snapshots, censuses and the reconciliation are called where changes are told. */
export const twoSidesColumns = {
  asked_at: ['Asked', 'Preguntado'],
  metric_code: ['Metric', 'Indicador'],
  need_id: ['Need', 'Necesidad'],
  opens_on: ['Opens on', 'Abre el'],
  reminded_at: ['Reminded', 'Recordado'],
  reminders: ['Reminders', 'Recordatorios'],
  reply_id: ['Told in a snapshot', 'Dicho en un panorama'],
  resolution: ['How it was settled', 'Cómo se resolvió'],
  resolved_at: ['Settled', 'Resuelto'],
  resolved_by: ['Settled by', 'Resuelto por'],
  round_id: ['Snapshot or census', 'Panorama o censo'],
  saved_at: ['Saved', 'Guardado'],
  says: ['What each side says', 'Lo que dice cada parte'],
  submitted_by: ['Sent by', 'Enviado por'],
  urgency: ['How soon', 'Qué tan pronto'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
