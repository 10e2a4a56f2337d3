/** Refusals around activities and sessions; part of refusals.ts. */
export const activityRefusals = {
  'activity-of-district': {
    code: 'not-permitted',
    en: 'This activity is not yours to change. Your partnerships office can.',
    es: 'Esta actividad no le toca cambiarla a usted. Puede hacerlo la oficina de alianzas.',
  },
} as const
