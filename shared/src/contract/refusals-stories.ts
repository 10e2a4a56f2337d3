/** Refusals around stories and the public site; part of refusals.ts. */
export const storyRefusals = {
  'story-not-draft': {
    code: 'step-not-possible',
    en: 'Only a draft can be changed. Send the story back to the draft first.',
    es: 'Solo se puede cambiar un borrador. Primero devuelva la historia al borrador.',
  },
  'story-lacks': {
    code: 'step-not-possible',
    en: 'The story is not complete yet. Fill in what is marked.',
    es: 'La historia todavía no está completa. Complete lo que está marcado.',
  },
  'story-step': {
    code: 'step-not-possible',
    en: 'The story has moved on already. Load the page again to see where it is.',
    es: 'La historia ya pasó a otro paso. Cargue la página de nuevo para ver dónde está.',
  },
  'story-consent-missing': {
    code: 'step-not-possible',
    en: 'Not everybody whose words or picture are shown has agreed. Ask them first.',
    es: 'No todas las personas cuyas palabras o imagen se muestran están de acuerdo. Pregúnteles primero.',
  },
  'story-claims': {
    code: 'step-not-possible',
    en: 'The story says that something caused something, and no comparison stands behind it. Say what happened “while” or “after”, or name the comparison.',
    es: 'La historia dice que algo causó algo, y no hay una comparación que lo respalde. Diga qué pasó “mientras” o “después”, o indique la comparación.',
  },
  'story-published': {
    code: 'still-in-use',
    en: 'The story is published. Take it back first.',
    es: 'La historia está publicada. Retírela primero.',
  },
  'photo-unsafe': {
    code: 'invalid-input',
    en: 'This picture cannot be cleaned of what the camera wrote into it. Send a JPEG or PNG picture.',
    es: 'No se puede quitar de esta imagen lo que la cámara guardó en ella. Envíe una imagen JPEG o PNG.',
  },
  'consent-answered': {
    code: 'step-not-possible',
    en: 'Somebody has answered this. It stays on record.',
    es: 'Alguien ya respondió. Queda en el registro.',
  },
  'consent-outdated': {
    code: 'step-not-possible',
    en: 'The story has changed since you were asked. You will be asked again.',
    es: 'La historia cambió desde que se le preguntó. Se le preguntará de nuevo.',
  },
  'consent-needs-address': {
    code: 'invalid-input',
    en: 'Give an e-mail address to send the link to.',
    es: 'Indique un correo electrónico al que enviar el enlace.',
  },
} as const
