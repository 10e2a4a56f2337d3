/** Refusals around releases of figures; part of refusals.ts. */
export const releaseRefusals = {
  'nothing-to-release': {
    code: 'step-not-possible',
    en: 'There are no figures of these metrics and periods yet. Import or enter them first, then prepare the release.',
    es: 'Todavía no hay datos de estas métricas y períodos. Impórtelos o introdúzcalos primero y luego prepare la publicación.',
  },
  'release-not-ready': {
    code: 'step-not-possible',
    en: 'This release is not ready to be published. Wait for its check; a refused one says which figures stand in the way.',
    es: 'Esta publicación no está lista. Espere a que termine la comprobación; si se rechazó, dice qué datos lo impiden.',
  },
  'release-outdated': {
    code: 'step-not-possible',
    en: 'Another release was published after this one was checked. Prepare it anew, so that both are compared.',
    es: 'Se publicó otra entrega después de comprobar esta. Prepárela de nuevo para que se comparen las dos.',
  },
  'release-not-public': {
    code: 'step-not-possible',
    en: 'Only a published release can be withdrawn. One that was never published can be thrown away.',
    es: 'Solo se puede retirar una publicación que ya es pública. Una que nunca se publicó se puede descartar.',
  },
  'release-in-print': {
    code: 'still-in-use',
    en: 'This release was published. It stays on record, because later ones are compared with it; withdraw it instead.',
    es: 'Esta publicación ya fue pública. Queda en el registro porque las siguientes se comparan con ella; puede retirarla.',
  },
} as const
