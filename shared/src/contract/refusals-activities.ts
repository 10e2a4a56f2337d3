/** Refusals around activities and sessions; part of refusals.ts. */
export const activityRefusals = {
  'activity-of-district': {
    code: 'not-permitted',
    en: 'This activity is not yours to change. Your partnerships office can.',
    es: 'Esta actividad no le toca cambiarla a usted. Puede hacerlo la oficina de alianzas.',
  },
  'not-in-a-row': {
    code: 'step-not-possible',
    en: 'This session stands alone: no others were planned with it. Change it by itself.',
    es: 'Esta sesión es única: no se planificaron otras con ella. Cámbiela por separado.',
  },
} as const
