/** Refusals of a partnership's life: site plans and roll-overs. */
export const lifecycleRefusals = {
  'site-planned': {
    code: 'already-exists',
    en: 'This school has a plan for that year already. Change that one.',
    es: 'Esta escuela ya tiene un plan para ese año. Cambie ese.',
  },
  'nothing-to-carry': {
    code: 'step-not-possible',
    en: 'None of these partnerships can be carried over: they are in the next year already, or not in this one.',
    es: 'Ninguna de estas alianzas se puede pasar: ya están en el año siguiente o no están en este.',
  },
  'rollover-undone': {
    code: 'step-not-possible',
    en: 'This roll-over was taken back already.',
    es: 'Este paso de año ya se deshizo.',
  },
} as const
