import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  draft: 'Borrador',
  missing: 'Faltan {n} datos | Falta {n} dato | Faltan {n} datos',
  noName: 'Todavía no se nombra a nadie',
  sent: { email: 'Enviada por correo el {day}', paper: 'Enviada en papel el {day}' },
  fill: 'A la carta le falta esto; nunca sale con un hueco:',
  fillIn: 'Completar',
  fillFirst: 'Complete primero lo que falta.',
  noAddress: 'Todavía no hay correo electrónico. Añádalo en «Editar».',
  email: 'Enviar por correo',
  paper: 'Anotar como enviada en papel',
  edit: 'Editar',
  saved: 'Guardado',
  stale: 'Alguien cambió esta carta mientras tanto. Se muestra como está ahora.',
  done: {
    email: 'Va en camino y queda en la cronología',
    paper: 'Anotado en la cronología',
  },
  form: {
    toName: 'Quien la recibe',
    toAddress: 'Correo electrónico',
    subject: 'Asunto',
    body: 'Carta',
    bodyHint: 'Lo que está entre llaves espera a que se complete.',
    save: 'Guardar',
    cancel: 'Cancelar',
  },
}
