/** Refusals around imports and their questions; part of refusals.ts. */
export const importRefusals = {
  'import-not-done': {
    code: 'step-not-possible',
    en: 'Only an import that is done can be taken back.',
    es: 'Solo se puede deshacer una importación que haya terminado.',
  },
  'import-under-way': {
    code: 'step-not-possible',
    en: 'This import is under way or done already. Send the file again to bring it in anew.',
    es: 'Esta importación está en marcha o ya terminó. Envíe otra vez el archivo para importarlo de nuevo.',
  },
  'columns-fixed': {
    code: 'step-not-possible',
    en: 'This import is under way or done; its columns cannot be changed now.',
    es: 'Esta importación está en marcha o terminó; sus columnas ya no se pueden cambiar.',
  },
  'nothing-to-stop': {
    code: 'step-not-possible',
    en: 'This import is not under way, so there is nothing to stop.',
    es: 'Esta importación no está en marcha, así que no hay nada que detener.',
  },
  'import-kind': {
    code: 'not-permitted',
    en: 'Your role does not allow this kind of import. Ask an administrator of your district.',
    es: 'Su función no permite este tipo de importación. Pídalo a un administrador de su distrito.',
  },
  'student-records': {
    code: 'unreadable-file',
    en: 'The file looks like it holds records of students. Only figures about schools are kept here; send the totals by school.',
    es: 'El archivo parece contener registros de estudiantes. Aquí solo se guardan datos de escuelas; envíe los totales por escuela.',
  },
  'no-rows': {
    code: 'unreadable-file',
    en: 'The file has column names but no rows below them. Send one with rows.',
    es: 'El archivo tiene nombres de columnas, pero ninguna fila debajo. Envíe uno con filas.',
  },
  'answered-already': {
    code: 'step-not-possible',
    en: 'This question has an answer already. Take it back first.',
    es: 'Esta pregunta ya tiene respuesta. Retírela primero.',
  },
  'not-answered': {
    code: 'step-not-possible',
    en: 'This question is still open.',
    es: 'Esta pregunta sigue abierta.',
  },
  'answer-review': {
    code: 'not-permitted',
    en: 'Your role does not allow answering these questions. Ask a coordinator.',
    es: 'Su función no permite responder a estas preguntas. Pídalo a un coordinador.',
  },
} as const
