import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Cómo se calculó',
  meaning: 'Qué significa',
  steps: 'Cómo se obtiene',
  here: 'Con los números de aquí',
  madeFrom: 'De qué está hecho',
  rows: 'ninguna fila | {n} fila | {n} filas',
  lastChanged: 'Último cambio: {when}.',
  lastChangedBy: 'Último cambio: {when}, por {who}.',
  neverChanged: 'No se guarda la fecha.',
  file: '{name}: {n} fila, importada el {when} | {name}: {n} fila, importada el {when} | {name}: {n} filas, importadas el {when}',
  moreFiles: 'y {n} archivo anterior | y {n} archivo anterior | y {n} archivos anteriores',
  byHand: 'Sin archivo: se registró aquí.',
  changes: 'Todos los cambios',
  rule: 'La regla',
  ruleIs: 'Regla {name}, versión {n}',
  published: 'Según: {source}',
  own: 'Una regla de este producto; ninguna publicación la da.',
  settings: 'Lo que fijó el distrito',
  setting: {
    suppression_threshold: 'Los datos de menos personas que estas no se muestran',
    capacity_fresh_days: 'Días durante los que cuenta un cupo confirmado',
    over_supply_percent: 'Porcentaje de la demanda a partir del cual la oferta sobra',
    going_cold_days: 'Días de silencio tras los que un aliado se enfría',
    equity_version: 'Versión del índice de necesidad',
    target: 'Meta',
  },
  asOf: '{value} (desde el {day})',
  due: '{value} (para el {day})',
  numerator: 'Se cuenta',
  denominator: 'De un total de',
  source: 'Fuente',
  owner: 'A cargo de',
  definition: 'Versión de esta definición',
  computedAt: 'Obtenido de las filas el {when}.',
  withheld:
    'Ningún dato detrás de este queda oculto. | {n} dato detrás de este queda oculto para proteger a las personas. | {n} datos detrás de este quedan ocultos para proteger a las personas.',
  ownSchools: 'Las filas que se cuentan aquí son de sus escuelas. El dato puede contar más.',
  signedOut: 'Los registros detrás del dato se muestran a quienes han iniciado sesión.',
  refused:
    'Lo que hay detrás de este dato está abierto solo a otras funciones. La regla es la misma para todos.',
  of: {
    today: {
      due: 'Lo que espera a alguien, contado por tipo.\nCada tipo tiene su propia regla de lo que toca: un paso que tarda más que su plazo, un compromiso cuyo día llegó, una respuesta que nadie dio.\nSe cuentan los registros de cada tipo; nada se estima. Un número que termina en más se detiene en lo que cabe en la lista.',
    },
    reach: {
      partnerships:
        'Alianzas, contadas una vez en la etapa en que están.\nEstán en marcha las activas, en expansión y en renovación.\nLas pausadas y las terminadas no.',
      schools:
        'Escuelas abiertas, con aliado o sin él.\nUna escuela tiene aliado cuando una alianza en marcha la nombra o un servicio de un aliado trabaja allí.\nCada escuela cuenta una vez, tenga los aliados que tenga.',
      needs:
        'Necesidades abiertas o en atención.\nLas sugeridas cuentan solo cuando una persona las aceptó.\nSon graves las de gravedad 4 o 5.',
      priorities:
        'Las prioridades activas del distrito y cuántas alianzas en marcha atienden cada una.\nCada alianza dice qué prioridades atiende.\nUna prioridad que nadie atiende muestra 0.',
      students:
        'Estudiantes a quienes se llega, según lo declaran las alianzas.\nSe suma lo declarado; un estudiante en dos alianzas cuenta dos veces.\nLos grupos pequeños no se muestran ni se calcula nada con ellos.',
    },
    metric: {
      value:
        'El dato de un indicador para un lugar, un grupo y un período.\nUna tasa es quienes cumplen la medida entre todos los que mira, en porcentaje.\nEl dato del distrito sale de sus escuelas: los recuentos se suman, las tasas se ponderan por las personas detrás.\nLos datos de grupos pequeños, y aquellos de los que se podría deducir uno, se ocultan antes de que nadie los vea.',
      levels:
        'El dato de las escuelas de un nivel, juntas.\nLos recuentos se suman; las tasas se ponderan por las personas detrás.\nUn nivel del que se puede mostrar demasiado poco no tiene dato.',
      gap: 'La distancia entre el grupo con el mejor dato y el que tiene el peor.\nSolo se comparan grupos cuyo dato se muestra.\nLa diferencia está en puntos del indicador, no en porcentaje de él.',
      target:
        'Dónde está el dato en la línea recta del punto de partida a la meta.\nCumplida: se alcanzó la meta. En camino: no va detrás de la línea el día del dato.\nEn riesgo: va detrás por no más de un cuarto de todo el trayecto. Fuera de camino: va más atrás, o el día pasó.\nUn dato oculto es sin datos.',
    },
    objective: {
      four_cs:
        'De las actividades de participación realizadas este año escolar, la parte que fortalece capacidades, conexiones, convicciones y confianza.\nUna C cuenta solo con una línea que diga cómo.\nEstricta: las cuatro, para familias y para el personal. Amplia: las cuatro, para cualquiera.\nLas planificadas o canceladas no cuentan.',
      families:
        'De las familias que respondieron la encuesta, la parte que respondió de forma favorable.\nSe toma el dato del distrito de la última encuesta tal como se muestra.\nLa tasa de respuesta está al lado: una parte alta de pocas respuestas dice poco.',
      seats:
        'De los estudiantes que buscan una pasantía o estancia, la parte con plaza o con una libre a su alcance.\nLas plazas libres se asignan para que las tengan tantos estudiantes como sea posible.\nCada plaza cuenta una vez, en su trayectoria y período; las que nadie busca no ayudan a nadie.',
    },
    goals: {
      status:
        'Dónde está una rama del árbol de metas.\nUna rama está como su parte más débil que tenga datos.\nLas partes sin datos ni ayudan ni perjudican; si ninguna los tiene, la rama tampoco.',
    },
    needs: {
      demand:
        'Lugares que se piden: uno por cada estudiante y tipo de ayuda.\nDe un grupo de estudiantes cuenta la declaración mayor, los grupos distintos se suman y nadie cuenta más allá de la matrícula.\nDonde nadie pudo decir un número, lo sustituye la parte de la escuela para la que es el nivel, marcada como estimada.',
      gap: 'Lugares pedidos que ninguna oferta verificada cubre.\nDemanda y oferta verificada se comparan escuela por escuela, ayuda por ayuda, nivel por nivel.\nLo que queda de la demanda es la brecha; lo que sobra en una escuela nunca tapa la brecha de otra.\nLa oferta en papel no cubre nada y se muestra al lado.',
      supply:
        'Lugares con los que las escuelas pueden contar.\nUn lugar cuenta cuando su alianza está vigente, la formal solo con convenio firmado, y su cupo se confirmó hace poco.\nSolo se suman los cupos que se pueden decir en estudiantes.',
      paper:
        'Lugares que están solo en papel.\nNadie los confirmó hace poco, o ninguna alianza vigente los respalda.\nNo cubren demanda hasta que ambas cosas se cumplan.',
      sufficiency:
        'Si una escuela tiene ayuda suficiente en un nivel.\nLa matrícula por la parte de estudiantes para la que es el nivel da los lugares que cabe esperar.\nLos lugares verificados se dividen entre eso.',
      severity:
        'Qué tan grave es una necesidad, de 1 a 5.\nCada paso tiene una descripción, para que dos personas que eligen el mismo número digan lo mismo.\nEn una necesidad que sugieren los datos, el paso sale de los escalones de la regla y del dato.',
      priority:
        'Qué necesidad va primero.\nGravedad (1 a 5) × la parte que nadie cubre × el factor de equidad del nivel de la escuela (1.0 a 1.5) × alcance.\nEl alcance son los estudiantes afectados entre los matriculados, al menos 5 por ciento, para que la necesidad crítica de un grupo pequeño no sea nada.',
      suggested:
        'Necesidades que señalan los propios datos del distrito.\nUna regla nombra un indicador, una línea y un nivel; la escuela cuyo dato cruza la línea recibe una sugerencia.\nLa gravedad depende de cuánto se cruza. Una persona acepta o descarta cada una.',
    },
    coverage: {
      cell: 'Cuánto de la demanda de una escuela, en un tipo de ayuda, está cubierto.\nEn todos los niveles, los lugares verificados se comparan con los pedidos.\nEl color es la parte que nadie cubre: nada, hasta un cuarto, la mitad, tres cuartos, más.',
    },
    equity: {
      score:
        'Cuánta necesidad tiene una escuela entre las del distrito, de 0 a 100.\nCada indicador se escala entre las escuelas, se orienta para que más sea más necesidad y se pondera.\nLas escuelas se ordenan y se cortan en quintos: muy alta, alta, moderada, baja, muy baja.\nUn dato que falta no es cero: los demás indicadores de la escuela toman su peso.',
      ratio:
        'Lugares por cada 100 estudiantes en las escuelas del quinto de mayor necesidad, divididos entre los del menor.\nPrimero se suman los lugares verificados y la matrícula de todas las escuelas de cada quinto.\nPor encima de 1 va más adonde hay más necesidad.',
      concentration:
        'Si los lugares van adonde está la necesidad, de −1 a 1.\nLas escuelas se ponen en fila desde la de mayor necesidad; su parte de los lugares se dibuja sobre su parte de los estudiantes.\nEs el doble del área entre esa curva y un reparto parejo. Por encima de 0 favorece a la necesidad.',
      without_partner:
        'Escuelas de los dos quintos de mayor necesidad sin ningún aliado.\nUn aliado cuenta cuando una alianza en marcha nombra la escuela o un servicio verificado trabaja allí.',
      first_tiers:
        'De los estudiantes ubicados por ofertas, la parte en escuelas de los dos quintos de mayor necesidad.\nLa razón antes y después se calcula como si la elección estuviera hecha.\nNo se escribe nada hasta que lo esté.',
    },
    placement: {
      match:
        'Qué tan bien un servicio conviene a una necesidad, en puntos de 100.\nPrimero van los límites: tipo de ayuda, nivel, grados, entorno, distancia, idioma, cupo. Lo que rompe uno no se ofrece.\nLuego los puntos: cupo 30, distancia 25, relación 15, vínculos con la comunidad 10, idiomas 10, días 5, confirmación reciente 5. Lo que nadie sabe cuenta la mitad.',
      covered:
        'A qué llega un plan para ubicar ayuda, junto a atender por orden de llegada y necesidad por necesidad.\nPara cada modo se calculan, con las mismas necesidades y servicios, los estudiantes ubicados, las necesidades cubiertas y la razón de la oferta.\nSe prueba que el plan es el mejor, o se dice lo más que aún podría ganar.',
      rank: 'A qué escuela debería ir primero una oferta de ayuda.\nLa necesidad cuenta más y la equidad después, para que ni la cercanía ni ser conocida pesen más que ellas.\nCada razón da puntos en décimas; su suma es el resultado. Las escuelas sin brecha abierta no están en la lista.',
    },
    what_if: {
      loss: 'Lo que quedaría sin cubrir si faltaran aliados o alianzas.\nLos lugares que aportan se quitan de la oferta verificada, celda por celda.\nSe pierde lo que antes estaba cubierto y después no.',
      sole_provider:
        'Tipos de ayuda que en una escuela aporta un solo aliado.\nSolo cuentan los lugares verificados.\nSi ese aliado se fuera, nadie cubriría la demanda.',
    },
    rounds: {
      answered:
        'A quién se preguntó, quién abrió, quién respondió y a quién no se pudo llegar en un panorama o censo.\nCada escuela o aliado cuenta una vez.\nUna respuesta cuenta desde que se envía, no mientras es borrador.',
    },
    reconciliation: {
      open: 'Donde la escuela, el aliado y el registro dicen cosas distintas.\nLa última palabra de cada parte se compara con alianzas y sitios.\nUna diferencia está abierta hasta que alguien la resuelve.',
    },
    requests: {
      waiting:
        'Peticiones de ayuda de las escuelas y cuánto espera cada una.\nSe cuentan los días hábiles, de lunes a viernes sin los días en que el distrito está cerrado, desde que se pide hasta la primera respuesta del aliado.\nUna petición está atrasada cuando pasó el día de la respuesta.',
    },
    polls: {
      answers:
        'Lo que los aliados respondieron a una consulta urgente.\nCada aliado cuenta una vez, por su respuesta más reciente.\nEn silencio están aquellos a quienes se preguntó y no han respondido.',
    },
    seats: {
      unmet:
        'Estudiantes que buscan una plaza en el trabajo y se quedan sin ella.\nLas plazas ocupadas se restan de quienes buscan; las libres se asignan para que las tengan tantos como sea posible.\nUna plaza cubre demanda de su propio tipo, trayectoria y período; la abierta a toda escuela cubre cualquiera de ellas.',
      counted:
        'Plazas que ofrece una empresa, y las ocupadas.\nLas copiadas del año pasado cuentan solo cuando alguien las confirma.\nSe cuentan estudiantes, nunca nombres.',
    },
    activities: {
      held: 'Actividades y sesiones que tuvieron lugar.\nSe cuentan las marcadas como realizadas; las planificadas y canceladas están al lado.',
      reached:
        'Personas a quienes se llegó, por tipo, según las contaron quienes realizaron las actividades.\nSe suman los recuentos de todas: quien vino dos veces cuenta dos veces.',
      four_cs:
        'De las actividades de participación realizadas, la parte que fortalece las cuatro C en familias y en el personal.\nUna C cuenta solo con una línea que diga cómo.\nEn la lectura amplia, las cuatro cuentan para cualquiera.',
      fidelity:
        'Sesiones dadas de las planificadas, por servicio y trimestre.\nUna sesión recuperada dentro del trimestre cuenta; dar más de lo planificado no pasa de cumplido.\nUna sesión de la que nadie informó cuenta como no dada.',
      silent:
        'Sesiones cuyo día pasó y de las que nadie informó.\nSe cuentan hasta que alguien diga qué fue de ellas.',
    },
    investment: {
      partnerships:
        'Alianzas en cuyo registro de aportes hay algo este año escolar.\nCada una cuenta una vez, tenga las líneas que tenga.',
      value:
        'Lo que aportó una parte, en dinero.\nSe suman las líneas con valor: lo entregado junto a lo planificado.\nLas horas de voluntariado aprobadas cuentan a la tarifa de la línea. Las líneas sin valor no son dinero y se dicen al lado.',
      balance:
        'La parte del aliado en lo que ambos aportaron.\nUna vez por valor y otra sin dinero, según cuánto de lo prometido se empezó y se cumplió.\nEntre 40 y 60 por ciento hay equilibrio.',
      per_student:
        'Lo entregado por ambas partes, dividido entre los estudiantes a quienes se llega.\nLa alianza declara a cuántos estudiantes llega.\nSin eso no hay dato.',
      hours:
        'Horas de voluntariado que alguien aprobó.\nSe suman las horas por las personas de cada registro.\nLos que esperan aprobación están al lado y no cuentan.',
    },
    partnership: {
      students:
        'Estudiantes a quienes llega una alianza, según ella misma declara.\nEl número es de estudiantes, nunca nombres, y no se calcula a partir de otra cosa.',
      sustainability:
        'Qué tan probable es que la alianza dure, sobre 100.\nCinco partes de 20 puntos: fondos por delante (24 meses es todo), convenio por delante (12), personas que la llevan (4), duración del compromiso (36), reuniones realizadas.\nLo que no se sabe no baja nada. Con menos de tres partes conocidas no hay resultado.',
      advice:
        'Renovar, revisar o terminar, por una regla que una persona puede seguir.\nDos motivos de salida malos aconsejan terminar; cualquier motivo malo, uno clave débil o dos débiles aconsejan revisar.\nSi no, renovar, cuando se conocen dos motivos clave. Deciden las personas.',
      kept: 'Compromisos de cada parte que tocaban en doce meses, y cuántos se cumplieron a tiempo.\nLos tardíos y los incumplidos restan, los dispensados no cuentan.\nLos compromisos salen de las cláusulas del convenio.',
      quality:
        'La media de seis aspectos que alguien valoró de 1 a 4.\nAlineación, entrega, relación, equidad, datos y sostenibilidad pesan lo mismo.\nHay una revisión por año escolar.',
      pulse:
        'Cómo encuentra cada parte el trabajo con la otra, de 1 a 4.\nConfianza y valor son medias de tres frases cada una.\nCada parte valora a la otra, nunca a sí misma.',
    },
    agreement: {
      waiting:
        'Convenios en cada paso y desde cuándo.\nLos días corren desde que se entró en el paso.\nEstá atascado lo que tarda más que el plazo y que la mediana de los pasos terminados, cuando hay cinco terminados.',
    },
    compliance: {
      share:
        'Si el personal de un aliado puede estar en la escuela.\nRojo: falta un documento que bloquea, o está sin leer, devuelto o vencido. Ámbar: lo está otro, o uno vence pronto.\nQué documentos hacen falta lo dicen los requisitos del distrito.',
    },
    contribution: {
      effect:
        'Cuánto más cambiaron las escuelas atendidas que otras parecidas sin atender.\nCada escuela atendida se pone junto a otras sin atender del mismo nivel, un quinto de equidad cercano y el punto de partida más próximo.\nEl dato es la diferencia de los dos cambios; su intervalo del 95 por ciento sale de sortear de nuevo grupos enteros.\nEs una asociación y no prueba ninguna causa. Solo entran datos que se muestran.',
      chain:
        'La cadena del obstáculo a la necesidad, el servicio, la dosis y el indicador.\nSe cuentan las necesidades de las escuelas de la alianza en aquello de lo que trata.\nSe suman las sesiones dadas y sus horas; los grupos pequeños se ocultan.',
      cost: 'Lo entregado en dinero, dividido entre los estudiantes a quienes se llega.\nEl valor y los estudiantes son los que declara la alianza.\nDonde los estudiantes son pocos no hay dato.',
    },
    pipeline: {
      counted:
        'Posibles aliados, contados una vez en la etapa en que están.\nLos pasos de acercamiento cuyo día pasó se dicen al lado.',
      silent_days:
        'Días desde que alguien estuvo en contacto.\nCuenta lo más reciente de contactos, reuniones, cartas y respuestas.\nTras los días que fijó el distrito se dice que un aliado se enfría.',
    },
    lifecycle: {
      rollover:
        'Qué será de las alianzas en el próximo año escolar.\nCada alianza cuenta una vez, por la decisión tomada o sugerida.\nNada se mueve hasta que se lleva a cabo, y se puede deshacer.',
      sites:
        'Escuelas de una alianza con un plan para el año, y los estudiantes previstos allí.\nCada escuela cuenta una vez; se suman los estudiantes de su plan.\nUn estudiante en dos planes cuenta dos veces.',
      years:
        'Estudiantes previstos y atendidos en cada año escolar, según declara la alianza.\nLos números se guardan como eran cuando se cerró el año.',
    },
    continuity: {
      gaps: 'Alianzas y escuelas sin alguien que las lleve.\nCuenta un responsable, un suplente o un enlace en una escuela que falta o se fue.\nCada hueco cuenta una vez.',
    },
    barriers: {
      chain:
        'De lo que impide asistir a la ayuda que responde.\nLas necesidades que nombran un obstáculo, los tipos de ayuda que se sabe que responden, los aliados en marcha y el dato de asistencia están lado a lado.\nSe cuentan, no se explican: no se afirma ninguna causa.',
    },
    network: {
      density:
        'Los vínculos que hay de los que podría haber.\nUn aliado y una escuela están vinculados cuando una alianza vigente nombra la escuela o un servicio trabaja allí.\nEntre aliados, un vínculo es una escuela donde ambos trabajan.',
      bridges:
        'Quiénes se quedarían sin vínculo con el resto si un aliado se fuera.\nUn recorrido por todos los vínculos encuentra los que unen a otros con la parte mayor.\nSe cuentan los que quedarían separados.',
    },
    map: {
      places:
        'Las escuelas con su brecha, aliados y lugares verificados, en el mapa.\nLa misma regla que en el tablero de brechas, para todos los tipos de ayuda.\nLas escuelas sin lugar conocido están en la lista debajo del mapa.',
    },
    school: {
      enrolment:
        'Estudiantes matriculados en la escuela.\nEs el número más reciente que trajo un archivo o que alguien escribió, del año escolar que nombra.',
      partners:
        'Aliados que trabajan en esta escuela.\nUna organización cuenta una vez, por una alianza en marcha que nombra la escuela o un servicio allí.',
      needs:
        'Necesidades de esta escuela abiertas o en atención.\nLas sugerencias que nadie aceptó no cuentan.',
    },
    site: {
      places:
        'Para cuántos estudiantes tiene cupo un servicio en un lugar, y a cuántos atiende.\nLo dice la organización o el censo; al lado está el día en que se confirmó.\nTras los días que fijó el distrito cuenta como en papel.',
    },
    release: {
      shown:
        'Datos de una publicación que se muestran, se ocultan y se ceden.\nLa tabla se ataca con todo lo que ya está publicado.\nMientras un dato oculto se deduzca demasiado cerca, se cede uno más por él.',
      inference:
        'Lo que todo lo mostrado dice de un dato oculto.\nUn programa lineal da lo menos y lo más que podría ser.\nEstá protegido cuando el intervalo es más ancho que el de protección.',
    },
    report: {
      figures:
        'Los datos como estaban cuando se hizo el informe.\nSe obtuvieron con las reglas de las páginas de donde vienen y se guardan como eran.\nLos grupos pequeños se ocultan como en todas partes.',
    },
    import: {
      rows: 'Filas de un archivo: leídas, guardadas, rechazadas y repetidas.\nCada fila se revisa por sí misma; la rechazada se lista con su motivo.\nLas que repiten lo que ya se sabe no cambian nada.',
      match:
        'Qué tan seguro es que un sitio sea esta escuela, o que dos nombres sean una organización.\nNombres, calles, números, distancia y grados pesan a favor o en contra.\nPor debajo de la línea de certeza se pregunta a una persona.',
    },
  },
  case: {
    needs: {
      gap: '{demand} lugares pedidos − {served} cubiertos por oferta verificada = faltan {unmet}.',
      priority: '{severity} × {unmet} sin cubrir × {factor} × {reach} de alcance = {score}',
    },
    reach: {
      schools: '{having} de {all} escuelas tienen aliado; {without} no tienen ninguno.',
    },
    activities: { four_cs: '{strict} de {held} actividades realizadas fortalecen las cuatro.' },
    rounds: { answered: '{answered} de {asked} a quienes se preguntó han respondido.' },
    partnership: { kept: '{kept} de {due} que tocaban se cumplieron a tiempo.' },
    contribution: { cost: '{amount} entregados ÷ {students} estudiantes = {each} por estudiante.' },
    investment: { per_student: '{amount} entregados ÷ {students} estudiantes = {each} por estudiante.' },
  },
}
