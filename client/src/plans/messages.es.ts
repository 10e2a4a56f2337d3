import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Plan',
  text: 'Varias partes a la vez: lo que hace la escuela misma, lo que hacen los aliados, lo que hace el distrito.',
  empty:
    'Todavía no hay ninguna parte. Empiece con lo que la escuela puede hacer sola y añada lo de un aliado.',
  add: 'Añadir una parte',
  edit: 'Cambiar',
  editOf: 'Cambiar: {what}',
  save: 'Guardar',
  saved: 'El plan está guardado.',
  overdue: 'Atrasada desde el {day}',
  due: 'Hasta el {day}',
  done: 'Hecha el {day}',
  leads: 'Dirige: {side}',
  leadsBy: '{side}: {owner}',
  moves: 'Debería mover: {metric}',
  doneNow: 'Hecha',
  doneOf: 'Hecha: {what}',
  begin: 'Empezar',
  beginOf: 'Empezar: {what}',
  remove: {
    action: 'Quitar',
    title: '¿Quitar esta parte?',
    text: 'Solo si se anotó por error. La que no llegó a nada se marca como abandonada.',
    done: 'La parte se quitó.',
  },
  form: {
    what: 'Qué se hace',
    side: 'Quién dirige',
    owner: 'Nombre o función',
    kind: 'De qué manera',
    dueOn: 'Para cuándo',
    status: 'Qué tan avanzada',
    partnershipId: 'Alianza',
    serviceId: 'Programa',
    metricId: 'El indicador que debería mover',
    none: 'Ninguno',
    errors: {
      what: { required: 'Diga en una línea qué se hace.' },
      side: { required: 'Elija quién dirige.' },
      kind: { required: 'Elija de qué manera.' },
    },
  },
}
