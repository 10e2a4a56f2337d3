import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Bandeja de salida',
  text: 'Correos de este distrito: en camino, enviados, fallidos o guardados porque no hay servidor de correo.',
  noServer:
    'No hay servidor de correo, así que los mensajes se guardan aquí. Copie el enlace de un mensaje y páselo, o pida que se configure SMTP_URL.',
  to: 'Para',
  subject: 'Asunto',
  status: 'Estado',
  created: 'Escrito',
  statuses: { queued: 'En camino', sent: 'Enviado', failed: 'Fallido', kept: 'Guardado aquí' },
  empty: 'Todavía no hay correos',
  emptyText: 'Aquí aparecen las invitaciones y los enlaces de contraseña.',
  noMatch: 'No hay correos con este estado',
  noMatchText: 'Quite el filtro para verlos todos.',
  wiped: 'El texto ya no está: su enlace era secreto y el correo se envió.',
  error: 'El servidor de correo dijo: {error}',
  attempts: 'Ningún intento todavía | {n} intento | {n} intentos',
  again: 'Enviar otra vez',
  queued: 'El correo está otra vez en camino',
}
