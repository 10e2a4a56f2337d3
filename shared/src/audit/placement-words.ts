import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of placement plans, and what needs ask of their providers, are called where changes are told. */
export const placementColumns = {
  accepted: ['Students accepted', 'Estudiantes aceptados'],
  bound: ['The best there can be', 'Lo mejor posible'],
  comparison: ['Comparison', 'Comparación'],
  computed_at: ['Computed', 'Calculado'],
  data_as_of: ['Data of', 'Datos de'],
  equity_tier: ['Tier of need', 'Nivel de necesidad'],
  failure: ['Why it failed', 'Por qué falló'],
  gap: ['How far from the best', 'Distancia a lo mejor'],
  metres: ['Meters', 'Metros'],
  moved_at: ['Places moved', 'Cupos trasladados'],
  moves: ['Places moved', 'Cupos trasladados'],
  need_id: ['Need', 'Necesidad'],
  one_provider: ['One provider for the whole group', 'Un solo proveedor para todo el grupo'],
  plan_id: ['Placement plan', 'Plan de asignación'],
  proved: ['Proved', 'Demostrado'],
  reach_km: ['Goes as far as, in kilometers', 'Llega hasta, en kilómetros'],
  reasons: ['Reasons', 'Motivos'],
  seconds: ['Seconds', 'Segundos'],
  settings: ['Settings', 'Modalidades'],
  size: ['What it was computed from', 'De qué se calculó'],
  unmet: ['Students without help', 'Estudiantes sin ayuda'],
  value: ['Worth', 'Valor'],
  weight: ['Weight', 'Peso'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
