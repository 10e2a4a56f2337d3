import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Metas del distrito',
  text: 'Lo que el distrito quiere, cómo lo emprende y con qué se mide.',
  rule: 'Una rama está como su objetivo más débil con datos. Los objetivos sin datos ni ayudan ni perjudican; se dicen al lado.',
  none: 'Todavía no hay metas',
  noneText:
    'Las metas son las prioridades a las que se suman las alianzas. Escriba la primera en los ajustes del distrito.',
  toPriorities: 'Escribir metas',
  goal: 'Meta',
  strategy: 'Estrategia',
  objective: 'Objetivo',
  owner: 'Responde por ello: {name}',
  nobody: 'Nadie responde por ello todavía',
  withData: 'sin objetivos | {data} de un objetivo tiene datos | {data} de {n} objetivos tienen datos',
  noMeasure: 'Todavía no se mide con nada',
  measuredBy: 'Se mide con',
  noStrategies: 'Ninguna estrategia todavía.',
  noObjectives: 'Ningún objetivo todavía.',
  tree: 'Metas, estrategias y objetivos',
  addStrategy: 'Añadir una estrategia',
  addObjective: 'Añadir un objetivo',
  addTo: '{action} a «{title}»',
  change: 'Cambiar «{title}»',
  changeOwner: 'Cambiar quién responde',
  up: 'Subir «{title}»',
  down: 'Bajar «{title}»',
  open: 'Mostrar lo que sigue',
  saved: 'Guardado',
  remove: 'Quitar',
  removed: 'Quitado',
  removeTitle: '¿Quitar esto del árbol?',
  removeText: 'Lo que está debajo se va con ello. Las metas de los indicadores y los datos se quedan.',
  form: {
    title: 'Texto',
    strategyHint:
      'Cómo se emprende la meta, como «Cada escuela invita a las familias a preparar una velada».',
    objectiveHint:
      'Qué será así, cuánto y cuándo, como «El 90 por ciento de las actividades fortalece las cuatro C».',
    ownerId: 'Quién responde',
    measure: 'Se mide con',
    measureHint:
      'Uno que se calcula en vivo o la meta de un indicador. Una meta nueva se pone en la página de su indicador.',
    targetId: 'Se mide con',
    live: 'Calculados en vivo',
    targets: 'Metas de indicadores',
  },
  activities: 'Actividades de este año escolar: {held} realizadas, {planned} planificadas',
}
