import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Avisos',
  text: 'Lo que pasó y conviene que sepa.',
  markRead: 'Marcar como leído',
  markAll: 'Marcar todo como leído',
  unread: 'Solo sin leer',
  isUnread: 'sin leer',
  empty: 'Nada que leer',
  emptyText:
    'Cuando se sugiere una necesidad, termina una importación o alguien cuenta con usted, aparece aquí.',
  allRead: 'Todo está leído',
  allReadText: 'Quite «Solo sin leer» para ver los anteriores.',
  unknown: 'Algo cambió. Ábralo para ver qué.',
}
