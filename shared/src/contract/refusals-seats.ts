/** Refusals around work-based learning; part of refusals.ts. */
export const seatRefusals = {
  'seats-not-open': {
    code: 'step-not-possible',
    en: 'These seats are withdrawn, or nobody has confirmed yet that they are offered this year.',
    es: 'Estas plazas se retiraron, o nadie ha confirmado todavía que se ofrezcan este año.',
  },
  'not-so-many-seats': {
    code: 'step-not-possible',
    en: 'Not so many seats of this offer are open. Lower the number, or offer more seats.',
    es: 'No hay tantas plazas libres en esta oferta. Baje el número u ofrezca más plazas.',
  },
  'seats-below-filled': {
    code: 'step-not-possible',
    en: 'More seats are filled than that. Open some again first, or keep more seats.',
    es: 'Hay más plazas ocupadas que eso. Libere algunas primero o mantenga más plazas.',
  },
  'seats-taken': {
    code: 'still-in-use',
    en: 'Somebody has a seat of this offer. Withdraw it instead: what was filled stays.',
    es: 'Alguien ocupa una plaza de esta oferta. Mejor retírela: lo ocupado se conserva.',
  },
  'group-there': {
    code: 'already-exists',
    en: 'This school and pathway have seats of this offer already. Change that group.',
    es: 'Esta escuela y trayectoria ya tienen plazas de esta oferta. Cambie ese grupo.',
  },
  'hours-signed': {
    code: 'step-not-possible',
    en: 'A supervisor signed for the hours of this group. Its number cannot be lowered any more.',
    es: 'Una supervisora o un supervisor firmó las horas de este grupo. Ya no se puede bajar su número.',
  },
  'seats-of-the-district': {
    code: 'not-permitted',
    en: 'These seats are open to every school. Your partnerships office changes them.',
    es: 'Estas plazas están abiertas a todas las escuelas. Las cambia la oficina de alianzas.',
  },
  'no-year-before': {
    code: 'step-not-possible',
    en: 'There is no school year before this one to copy from.',
    es: 'No hay un año escolar anterior del que copiar.',
  },
  'no-supervisor-address': {
    code: 'step-not-possible',
    en: 'Nobody of this employer has an e-mail address here. Write down who supervises.',
    es: 'Nadie de esta empresa tiene correo aquí. Anote quién supervisa.',
  },
} as const
