import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './explorer-messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Explorar resultados',
  text: 'Cualquier indicador, por grupo de estudiantes, escuela y año. La dirección guarda lo que usted ve: compártala o guárdela como vista.',
  views: {
    label: 'Qué mirar',
    time: 'En el tiempo',
    gap: 'Dos grupos',
    together: 'Dos indicadores',
    schools: 'Escuela por escuela',
  },
  choose: 'Lo que se muestra',
  metrics: 'Indicadores',
  metricsPlaceholder: 'Añada hasta seis indicadores',
  across: 'Indicador horizontal',
  up: 'Indicador vertical',
  group: 'Grupo de estudiantes',
  firstGroup: 'Primer grupo',
  secondGroup: 'Segundo grupo',
  schools: 'Escuelas por nombre',
  schoolsPlaceholder: 'Añada hasta cuatro escuelas',
  area: 'Zona',
  tier: 'Nivel de equidad',
  copy: 'Copiar enlace',
  copied: 'El enlace está copiado.',
  chosen: 'Escuelas elegidas',
  similarTo: 'Similares a {school}',
  coverage:
    'ninguna escuela elegida muestra un dato; {hidden} reservados | una escuela elegida muestra un dato; {hidden} reservados | {shown} escuelas elegidas muestran un dato; {hidden} reservados',
  beside: '{whose} {value}',
  whose: '{whose}: {finding}',
  source:
    'Los grupos de menos de {n} estudiantes no se muestran nunca. Los datos de varias escuelas se hacen con lo que muestra cada una.',
  gap: {
    title: 'Brecha entre {one} y {other}: {amount} en {period}',
    none: 'En el último período no se puede decir la brecha entre {one} y {other}',
    wider: 'más amplia que en {since} ({before})',
    narrower: 'más estrecha que en {since} ({before})',
    same: 'como en {since}',
    over: 'La brecha en el tiempo',
    overText: 'Qué tan lejos están los dos grupos. Donde uno está reservado, no hay brecha que mostrar.',
    size: 'Brecha',
    read: 'Una brecha muestra dónde se debe apoyo. No dice nada de los estudiantes mismos, y los grupos se superponen.',
  },
  together: {
    strong: 'las escuelas con más de uno tienden claramente a tener {direction} del otro',
    moderate: 'las escuelas con más de uno tienden a tener {direction} del otro',
    weak: 'las escuelas con más de uno tienden apenas a tener {direction} del otro',
    none: 'no se distingue ninguna relación del azar',
    few: 'hay muy pocas escuelas para decir si van juntos',
    direction: { together: 'más', opposite: 'menos' },
    title: '{up} y {across}: {finding}',
    numbers: 'Correlación {r} (intervalo del 95 %: de {low} a {high}) en {n} escuelas en {year}.',
    year: '{n} escuelas en {year}.',
    association:
      'Esto es una asociación. No dice que una cosa produzca la otra: las dos pueden venir de algo más.',
    hidden:
      'Ninguna escuela queda fuera para proteger a grupos pequeños. | Una escuela queda fuera porque uno de sus datos está reservado; tampoco cuenta en la correlación. | {n} escuelas quedan fuera porque uno de sus datos está reservado; tampoco cuentan en la correlación.',
    left: 'Otras {n} escuelas no caben en la imagen. Reduzca la selección para verlas; la correlación las cuenta.',
    noYear:
      'Ningún año escolar tiene datos de los dos indicadores para este grupo. Elija otro par u otro grupo.',
    noTier: 'Sin nivel',
    schools: 'Escuelas',
    others: 'Otras escuelas',
    same: 'Elija dos indicadores distintos.',
  },
}
