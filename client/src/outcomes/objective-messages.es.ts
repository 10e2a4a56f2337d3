import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './objective-messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Objetivos',
  text: 'Lo que el distrito se propuso alcanzar, calculado en este momento con sus propios registros.',
  of: 'Meta {target} para el {day}',
  people: {
    seats_meet_demand: 'nadie contado | de {n} estudiante | de {n} estudiantes',
    activities_build_four_cs: 'nada contado | de {n} actividad | de {n} actividades',
    families_respond_favorably: 'sin respuestas | de {n} respuesta | de {n} respuestas',
  },
  open: 'Desglosado',
  counted: 'nada contado | {met} de una actividad | {met} de {of} actividades',
  surveyOf: 'encuesta de {period}',
  change: 'Cambiar la meta',
  how: 'Cómo se calcula',
  asOf: 'Calculado el {day} para {year}. Se reservan los grupos menores de {n} y lo que permitiría deducirlos.',
  asOfCounted: 'Calculado el {day} para {year}.',
  setAside: 'Apartado',
  noLines: {
    seats_meet_demand:
      'Ninguna escuela ha dicho todavía quién busca una pasantía o estancia corta. El dato empieza con la primera.',
    activities_build_four_cs:
      'Todavía no se realizó ninguna actividad de participación este año escolar. El dato empieza con la primera.',
    families_respond_favorably:
      'Todavía no se importó ninguna encuesta de familias. El dato empieza con la primera.',
  },
  go: {
    seats_meet_demand: 'Ir al aprendizaje en el trabajo',
    activities_build_four_cs: 'Ir a las actividades',
    families_respond_favorably: 'Ir a los datos de la encuesta',
  },
  by: {
    school: 'Por escuela',
    kind: 'Por tipo',
    pathway: 'Por trayectoria',
    term: 'Por periodo',
    line: 'Línea por línea',
    c: 'Por C',
    epstein: 'Por tipo de Epstein',
  },
  school: 'Escuela',
  pathway: 'Trayectoria',
  term: 'Periodo',
  share: {
    seats_meet_demand: 'Cubierto por plazas',
    activities_build_four_cs: 'Fortalecen las cuatro',
    families_respond_favorably: 'Responden favorablemente',
  },
  oneC: 'Fortalecen esta',
  size: {
    seats_meet_demand: 'Estudiantes que buscan',
    activities_build_four_cs: 'Actividades',
    families_respond_favorably: 'Respuestas',
  },
  met: 'Meta',
  reached: 'Alcanzada',
  notReached: 'No alcanzada',
  withheld: 'Reservado',
  saved: 'Guardado',
  form: {
    title: 'Meta de este objetivo',
    targetValue: 'Meta',
    dueOn: 'Para el día',
    dueOnHint: 'Vacío: al final de cada año escolar.',
    baselineValue: 'Estaba en',
    baselineHint: 'Con un punto de partida hay un camino con el que comparar; sin él solo cuenta la meta.',
    baselineOn: 'El día',
    active: 'Mostrarlo como objetivo',
  },
}
