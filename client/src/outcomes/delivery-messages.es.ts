import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './delivery-messages.en.ts'

export const messages: Translated<typeof english> = {
  tab: 'Alianzas y servicios',
  part: 'Datos',
  table: '{name} por período',
  partText:
    'Lo que esta alianza y sus servicios ofrecen a sus propios estudiantes, y cómo les va. Los grupos pequeños se reservan como en todas partes.',
  partEmpty:
    'Todavía no hay datos de esta alianza. Las sesiones de sus servicios que se anoten traerán los primeros.',
  name: 'Alianza o servicio',
  kind: 'Alianza o servicio',
  both: 'Ambos',
  latest: 'Último período',
  all: 'Todas las alianzas y servicios',
  kinds: { partnership: 'Alianza', service: 'Servicio' },
  origin: 'Procede de',
  origins: {
    entered: 'Introducido a mano',
    imported: 'Un archivo',
    activities: 'Calculado a partir de las actividades',
  },
  download: 'Descargar estos datos',
  none: {
    title: 'Ninguna alianza ni servicio tiene un dato aquí',
    text: 'Introduzca uno, importe un archivo de datos de alianzas y servicios, o anote sesiones: con ellas se calculan los estudiantes atendidos, las horas y la fidelidad.',
  },
  of: 'De quién es el dato',
  places: {
    district: 'Todo el distrito o una escuela',
    partnership: 'Una alianza o uno de sus servicios',
  },
  partnershipId: 'Alianza',
  serviceId: 'Servicio',
  choosePartnership: 'Elija de quién es el dato.',
  whole: 'La alianza en su conjunto',
}
