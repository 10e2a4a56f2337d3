import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** Columns of work-based learning, and of objectives that are computed live. */
export const seatColumns = {
  seekers: ['Seeking a place', 'Buscan plaza'],
  copied: ['Last year’s number', 'Cifra del año pasado'],
  said_by: ['Said by', 'Lo dijo'],
  said_by_name: ['Said by', 'Lo dijo'],
  said_at: ['Said', 'Dicho'],
  pathway: ['Pathway', 'Trayectoria'],
  term: ['Term', 'Periodo'],
  seats: ['Seats', 'Plazas'],
  filled: ['Seats taken', 'Plazas ocupadas'],
  paid: ['Paid', 'Con pago'],
  supervisor_name: ['Supervisor', 'Quién supervisa'],
  supervisor_email: ['Supervisor’s e-mail', 'Correo de quien supervisa'],
  confirmed_on: ['Confirmed on', 'Confirmado el'],
  offered_by_name: ['Offered by', 'Lo ofreció'],
  placed: ['Have a seat', 'Tienen plaza'],
  signed_people: ['How many came', 'Cuántos vinieron'],
  signed_hours: ['Hours of all together', 'Horas de todos juntos'],
  signed_reached: ['How many reached the hours', 'Cuántos alcanzaron las horas'],
  signed_by_name: ['Signed by', 'Firmado por'],
  signed_at: ['Signed', 'Firmado'],
  signed_note: ['Note', 'Nota'],
  rule: ['Rule', 'Regla'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
