import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** Columns of activities and sessions, and of the goal tree. */
export const activityColumns = {
  happens_on: ['Day', 'Día'],
  minutes: ['Minutes', 'Minutos'],
  students: ['Students', 'Estudiantes'],
  families: ['Families', 'Familias'],
  staff: ['School staff', 'Personal escolar'],
  community: ['Community', 'Comunidad'],
  audiences: ['For whom', 'Para quién'],
  capabilities: ['Capabilities', 'Capacidades'],
  connections: ['Connections', 'Conexiones'],
  cognition: ['Cognition', 'Convicciones'],
  confidence: ['Confidence', 'Confianza en sí mismos'],
  epstein: ['Epstein type', 'Tipo de Epstein'],
  series_id: ['Planned in a row with', 'Planificada junto con'],
  counted: ['What is counted', 'Qué se cuenta'],
  owner_id: ['Answers for it', 'Responde por ello'],
  strategy_id: ['Strategy', 'Estrategia'],
  objective_id: ['Objective', 'Objetivo'],
  target_id: ['Target', 'Meta'],
  by_link: ['By the partner’s link', 'Por el enlace del aliado'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
