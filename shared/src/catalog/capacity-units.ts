import type { Term } from '../vocabulary/terms.ts'

type UnitRow = Term & {
  /** Students reached by one unit, or null where no honest number exists and the partner states students instead. */
  readonly students: number | null
}

/**
 * What capacity is counted in. To set supply against demand everything is turned into students. A family, household or
 * device counts for one student, the least it can be; high-dosage tutoring is taken at an hour and a half a week each.
 */
export const capacityUnits = [
  { code: 'students', en: 'students', es: 'estudiantes', students: 1 },
  { code: 'students_per_week', en: 'students per week', es: 'estudiantes por semana', students: 1 },
  { code: 'seats', en: 'seats', es: 'cupos', students: 1 },
  { code: 'matches', en: 'matches', es: 'parejas de mentoría', students: 1 },
  { code: 'caseload', en: 'students on the caseload', es: 'estudiantes atendidos a la vez', students: 1 },
  { code: 'meals_per_day', en: 'meals per day', es: 'comidas al día', students: 1 },
  { code: 'riders_per_day', en: 'riders per day', es: 'pasajeros al día', students: 1 },
  { code: 'devices', en: 'devices', es: 'dispositivos', students: 1 },
  { code: 'families', en: 'families', es: 'familias', students: 1 },
  { code: 'households', en: 'households', es: 'hogares', students: 1 },
  { code: 'hours_per_week', en: 'hours per week', es: 'horas por semana', students: 1 / 1.5 },
  { code: 'visits_per_week', en: 'visits per week', es: 'consultas por semana', students: null },
  { code: 'on_call_hours', en: 'on-call hours', es: 'horas de guardia', students: null },
  { code: 'adults', en: 'adults', es: 'adultos', students: null },
  { code: 'staff', en: 'staff members', es: 'miembros del personal', students: null },
] as const satisfies readonly UnitRow[]
export type CapacityUnit = (typeof capacityUnits)[number]['code']

/** Students that so much capacity can serve, in whole students, or null where the unit does not say. */
export const studentsServed = (amount: number, unit: CapacityUnit): number | null => {
  const students = capacityUnits.find(({ code }) => code === unit)?.students ?? null
  return students === null ? null : Math.floor(amount * students + 1e-9)
}

/** The least capacity that serves so many students, or null where the unit does not say. */
export const capacityFor = (students: number, unit: CapacityUnit): number | null => {
  const each = capacityUnits.find(({ code }) => code === unit)?.students ?? null
  return each === null ? null : Math.ceil(students / each - 1e-9)
}
