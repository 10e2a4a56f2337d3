import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  page: 'Su página',
  sentTo: 'Este enlace se envió a {name}, {organization}. Por favor, no lo comparta.',
  questions: '¿Preguntas?',
  ask: 'Envíenme un enlace nuevo',
  asked: 'Si su dirección sigue siendo la misma, un enlace nuevo va en camino al buzón que recibió este.',
  closed: {
    'link-needed': {
      title: 'Este enlace está incompleto',
      text: 'Ábralo otra vez desde el correo. Si allí quedó partido en dos líneas, cópielo entero en la barra de direcciones.',
    },
    'link-for-something-else': {
      title: 'Este enlace es para otra cosa',
      text: 'Abra otra vez el enlace del correo; cada uno sirve para una sola cosa.',
    },
    'link-expired': {
      title: 'Este enlace ya venció',
      text: 'Servía por unos días, o se envió uno más nuevo en su lugar. Puede recibir otro por correo.',
    },
    'link-used': {
      title: 'Esto ya está hecho',
      text: 'El enlace sirve una sola vez, y lo que envió con él llegó bien. Aquí no queda nada por hacer.',
    },
    'link-revoked': {
      title: 'Este enlace fue retirado',
      text: 'El distrito lo retiró. Si todavía lo necesita, escríbales.',
    },
  },
}
