import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of check-ins, councils and convenings are called where changes are told. */
export const meetingColumns = {
  adjustments: ['Make adjustments', 'Hacer ajustes'],
  agenda: ['Agenda', 'Orden del día'],
  attendance: ['Who was there', 'Quién estuvo'],
  brings_much: ['Brings much', 'Aporta mucho'],
  cancel_reason: ['Why it was called off', 'Por qué se canceló'],
  challenges: ['Address challenges', 'Abordar las dificultades'],
  council_id: ['Council', 'Consejo'],
  day: ['Day', 'Día'],
  decisions: ['Decisions', 'Decisiones'],
  goals: ['Set goals', 'Fijar metas'],
  involved: ['Takes part', 'Participa'],
  meeting_id: ['Meeting', 'Reunión'],
  minutes: ['Minutes', 'Minutos'],
  open_talk: ['Open talk', 'Conversación abierta'],
  opens_doors: ['Opens doors', 'Abre puertas'],
  place: ['Place', 'Lugar'],
  progress: ['Assess progress', 'Evaluar el avance'],
  quarter: ['Quarter', 'Trimestre'],
  reliable: ['Reliable', 'Cumple lo que dice'],
  same_purpose: ['Same purpose', 'Mismo propósito'],
  seat: ['Seat', 'Puesto'],
  start_time: ['Time', 'Hora'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
