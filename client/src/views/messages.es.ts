import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  views: 'Vistas',
  current: 'Vista: {name}',
  own: 'Mis vistas',
  shared: 'Compartidas con todos',
  by: 'de {name}',
  none: 'Todavía no hay vistas. Ponga filtros y guárdelos con un nombre.',
  saveNew: 'Guardar esta vista',
  nameHint: 'Por ejemplo «Se enfrían, mis escuelas».',
  needName: 'Escriba un nombre.',
  taken: 'Ya tiene aquí una vista con este nombre.',
  share: 'La ve todo el distrito',
  save: 'Guardar vista',
  saved: 'Vista guardada',
  up: 'Subir {name}',
  remove: 'Borrar {name}',
  removed: 'Vista borrada',
}
