import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  part: 'Contribución',
  metric: 'Comparar por',
  title: 'De la barrera al resultado',
  intro: 'A qué responde esta alianza, qué aportó y qué pudo resultar de ello.',
  evidence: 'Evidencia',
  chain: {
    barrier: 'Barrera',
    need: 'Necesidad',
    service: 'Servicio',
    dosage: 'Entregado',
    metric: 'Métrica',
    noBarrier: 'Todavía no se nombra ninguna barrera. Nómbrela en una necesidad de estas escuelas.',
    needs: '{n} necesidad | {n} necesidades',
    needStudents: '{n} estudiantes afectados',
    noNeed:
      'Ninguna necesidad de estas escuelas es de este tipo. Añada una para que se vea a qué responde esto.',
    noService: 'Todavía no hay servicio. Añada uno en el resumen.',
    sessions: '{done} de {planned} sesiones',
    hours: '{n} horas',
    places: '{n} lugares ocupados',
    noDosage: 'Todavía no hay sesiones registradas. Registre la primera en Actividades.',
    noMetric: 'Ninguna métrica con datos corresponde todavía a este tipo de ayuda.',
  },
  comparison: {
    title: 'Junto a escuelas similares',
    better: 'Mejor que en escuelas similares por {points}',
    worse: 'Peor que en escuelas similares por {points}',
    differs: 'Distinto de las escuelas similares por {points}',
    none: 'Ninguna diferencia con escuelas similares se distingue del azar',
    words:
      'Entre {before} y {after}, {metric} cambió {served} en {n} escuelas con esta alianza y {similar} en escuelas similares sin ella. La diferencia es {estimate}; con una certeza del 95 por ciento está entre {low} y {high}.',
    association:
      'Esto es una asociación. Las escuelas se distinguen en más que esta alianza, y la comparación no puede decir qué produjo el cambio.',
    unbalanced:
      'Los dos lados no eran parecidos al comienzo: lea la diferencia con cautela. La tabla de abajo dice en qué.',
    method:
      'Cada escuela se pone junto a una o dos escuelas del mismo nivel, con un grado de equidad y un dato inicial cercanos, que no reciben esta ayuda. Solo se usan datos que se pueden mostrar.',
    served: 'Con esta alianza',
    similar: 'Escuelas similares',
    period: 'Año escolar',
    sure: 'La diferencia, y qué tan segura es',
    sureText:
      'La barra fina es el intervalo del 95 por ciento de la diferencia. Si cruza el cero, pudo deberse al azar.',
    change: 'Cambio',
    difference: 'Diferencia',
    alone: 'No se encontró ninguna escuela similar para {names}.',
  },
  balance: {
    caption: 'Cuánto se parecían los dos lados al comienzo',
    trait: 'Al comienzo',
    before: 'Dato anterior',
    tier: 'Grado de equidad (1 es mayor necesidad)',
    served: 'Con esta alianza',
    similar: 'Escuelas similares',
    apart: 'Distancia, en desviaciones estándar',
    alike: 'Parecidos',
    yes: 'Sí',
    no: 'No',
  },
  sets: {
    show: 'Mostrar las escuelas comparadas',
    hide: 'Ocultar las escuelas comparadas',
    caption: 'Escuelas comparadas',
    school: 'Escuela',
    change: 'Cambio',
    like: 'Escuelas similares',
    likeChange: 'Su cambio',
  },
  refused: {
    title: 'No se hace ninguna comparación',
    no_metric: 'No hay ninguna métrica con datos para este tipo de ayuda. Importe datos o elija una métrica.',
    no_start:
      'La alianza no tiene primer día. Anótelo en el resumen: antes y después necesitan un día en medio.',
    no_baseline: 'No hay datos de antes de que comenzara la alianza.',
    no_figures_after: 'Todavía no hay datos de después de que comenzara la alianza.',
    few_served:
      '{found} de sus escuelas tienen datos de antes y después que se pueden mostrar; una comparación necesita {needed}. Con menos no se distinguen el azar y la diferencia.',
    few_similar:
      'Para {found} de sus escuelas hay una escuela similar sin este tipo de ayuda; una comparación necesita {needed}.',
    instead: 'Por sí solas, {n} escuelas pasaron de {before} a {after}. Eso puede tener otras razones.',
  },
  cost: {
    title: 'Costo por estudiante atendido',
    each: '{amount} por estudiante',
    from: '{amount} de los dos lados, {n} estudiantes atendidos.',
    noValue: 'Todavía no se valora nada en el libro. Valore en Inversión lo que aportó cada lado.',
    noStudents: 'No se sabe a cuántos estudiantes se atiende. Anótelo en el resumen.',
    withheld: 'Se atiende a muy pocos estudiantes para decir cuánto cuesta cada uno.',
  },
  study: {
    title: 'Estudio de otros',
    text: 'Un estudio del mismo tipo de ayuda, hecho por otros, es la evidencia más fuerte.',
    add: 'Citar un estudio',
    change: 'Cambiar',
    remove: 'Quitar',
    removed: 'El estudio ya no se cita.',
    saved: 'El estudio está citado.',
    save: 'Citar',
  },
  form: {
    title: 'Título',
    source: 'Dónde encontrarlo',
    found: 'Qué halló',
    errors: {
      title: { required: 'Escriba el título.' },
      source: { required: 'Escriba una dirección o una referencia.' },
      found: { required: 'Diga en una frase qué halló.' },
    },
  },
}
