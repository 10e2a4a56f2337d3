import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Auditoría',
  text: 'Quién cambió qué, cuándo, de qué a qué. Nadie puede modificarlo después.',
  when: 'Cuándo',
  who: 'Quién',
  what: 'Qué pasó',
  changes: 'Cambios',
  action: 'Acción',
  table: 'Tipo de registro',
  from: 'Desde',
  to: 'Hasta',
  record: 'Solo un registro',
  person: 'Solo de una persona',
  by: 'Solo de {name}',
  ofRecord: 'Solo este registro',
  actions: {
    insert: 'Añadió',
    update: 'Cambió',
    delete: 'Borró',
    import: 'Importó',
    undo: 'Deshizo',
    read_raw: 'Leyó cifras sin proteger',
    sign_in: 'Entró',
    export: 'Exportó',
  },
  kinds: { user: 'persona', client: 'sistema', link: 'enlace', system: 'Common Table' },
  empty: 'No hay nada así',
  emptyText: 'Quite un filtro o amplíe las fechas.',
  nothing: 'vacío',
  more: 'y {n} más | y {n} más | y {n} más',
}
