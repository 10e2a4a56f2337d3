import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  page: 'Su página',
  sentTo: 'Este enlace se envió a {name}, {organization}. Por favor, no lo comparta.',
  questions: '¿Preguntas?',
  ask: 'Envíenme un enlace nuevo',
  asked: 'Si su dirección sigue siendo la misma, un enlace nuevo va en camino al buzón que recibió este.',
  staff: {
    title: 'Enlaces enviados a la organización',
    text: 'Cada enlace sirve para una sola cosa, no necesita cuenta y deja de funcionar por sí mismo. Quien lo tenga puede hacer esa cosa; retírelo si llegó a la persona equivocada.',
    empty: 'Todavía no se envió ningún enlace',
    emptyText:
      'Los enlaces salen cuando usted le pide algo a la organización: documentos, una confirmación, una firma.',
    states: {
      open: 'Sirve',
      used: 'Hecho',
      expired: 'Vencido',
      replaced: 'Reemplazado por otro más nuevo',
      revoked: 'Retirado',
    },
    sent: 'Enviado {when}',
    neverOpened: 'Sin abrir',
    opened: 'Abierto {when} | Abierto una vez, {when} | Abierto {n} veces, la última {when}',
    worksUntil: 'sirve hasta {day}',
    expiredOn: 'venció {day}',
    usedOn: 'hecho {day}',
    revokedOn: 'retirado {day}',
    again: 'Enviar otra vez',
    againLabel: 'Enviar otra vez: {purpose}, {name}',
    sentAgain: 'Un enlace nuevo va en camino a {email}',
    revoke: 'Retirar',
    revokeLabel: 'Retirar: {purpose}, {name}',
    revokeTitle: '¿Retirar este enlace?',
    revokeText:
      'Deja de funcionar enseguida. A {name} se le dice que escriba al distrito. Después puede enviar otro.',
    revoked: 'El enlace fue retirado',
    more: 'Mostrar los anteriores',
  },
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
