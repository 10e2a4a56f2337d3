import type { RowProblemCode } from './problems.ts'

type Sentence = readonly [en: string, es: string]

/** What happened and what to do, for the table of problems, the file of refused rows and the command line. `{x}` is a param. */
const sentences: Record<RowProblemCode, Sentence> = {
  required: ['{column} is empty; fill it in.', '{column} está vacío; complételo.'],
  too_long: [
    '{column} is longer than {limit} characters; shorten it.',
    '{column} tiene más de {limit} caracteres; acórtelo.',
  ],
  not_a_number: [
    '{column} is no number: “{value}”. Write a number or leave it blank.',
    '{column} no es un número: «{value}». Escriba un número o déjelo vacío.',
  ],
  out_of_range: ['{column} cannot be “{value}”. Correct it.', '{column} no puede ser «{value}». Corríjalo.'],
  numerator_over_denominator: [
    '{column} counts {value} of only {denominator} students; correct one of the two.',
    '{column} cuenta {value} de solo {denominator} estudiantes; corrija uno de los dos.',
  ],
  other_period: [
    '{metric} is not measured by periods like “{value}”: a year beside its quarters would tell what is withheld. Give the period it is measured by, or add a metric of its own.',
    '{metric} no se mide por períodos como «{value}»: un año junto a sus trimestres revelaría lo que se reserva. Dé el período por el que se mide o agregue otro indicador.',
  ],
  not_a_date: [
    '{column} is no date: “{value}”. Write it like 2025-01-31.',
    '{column} no es una fecha: «{value}». Escríbala como 2025-01-31.',
  ],
  not_a_school_year: [
    '{column} is no school year: “{value}”. Write it like 2024-25.',
    '{column} no es un año escolar: «{value}». Escríbalo como 2024-25.',
  ],
  not_an_email: [
    '{column} is no e-mail address: “{value}”. Correct it or leave it blank.',
    '{column} no es un correo electrónico: «{value}». Corríjalo o déjelo vacío.',
  ],
  not_a_phone: [
    '{column} is no phone number: “{value}”. It was left out.',
    '{column} no es un teléfono: «{value}». Se omitió.',
  ],
  not_a_url: [
    '{column} is no web address: “{value}”. It was left out.',
    '{column} no es una dirección web: «{value}». Se omitió.',
  ],
  not_one_of: ['{column} cannot be “{value}”. Correct it.', '{column} no puede ser «{value}». Corríjalo.'],
  unknown_reference: [
    '{column} names something this district does not have: “{value}”. Add it first, or correct it.',
    '{column} nombra algo que este distrito no tiene: «{value}». Agréguelo antes o corríjalo.',
  ],
  unknown_school: [
    'No school has the code “{value}”. Add the school first, or correct the code.',
    'Ninguna escuela tiene el código «{value}». Agregue la escuela antes o corrija el código.',
  ],
  ambiguous_reference: [
    '“{value}” in {column} fits several records; write it so that it fits one.',
    '«{value}» en {column} corresponde a varios registros; escríbalo para que corresponda a uno.',
  ],
  duplicate_in_file: [
    'Row {row} is about the same; keep one of them.',
    'La fila {row} trata de lo mismo; conserve una.',
  ],
  same_row_twice: [
    'It says the same as row {row} and was counted once.',
    'Dice lo mismo que la fila {row} y se contó una vez.',
  ],
  conflicts_with_earlier_row: [
    'Row {row} gives another value for the same; keep the right one.',
    'La fila {row} da otro valor para lo mismo; conserve el correcto.',
  ],
  end_before_start: [
    'The end is before the start; correct one of them.',
    'El final es anterior al inicio; corrija uno.',
  ],
  looks_like_a_student: [
    'This looks like a record of a student; only totals are kept here. Remove it.',
    'Parece un registro de un estudiante; aquí solo se guardan totales. Quítelo.',
  ],
  too_few_cells: [
    'The row has fewer cells than the header; the rest was taken as blank.',
    'La fila tiene menos celdas que el encabezado; el resto se tomó como vacío.',
  ],
  too_many_cells: [
    'The row has more cells than the header, or a quotation mark out of place; what is beyond was left out.',
    'La fila tiene más celdas que el encabezado o una comilla fuera de lugar; lo que sobra se omitió.',
  ],
  broken_quotes: [
    'A quotation mark is out of place; correct the row.',
    'Hay una comilla fuera de lugar; corrija la fila.',
  ],
  spreadsheet_date: [
    'A spreadsheet made a date of {column}: “{value}”. It was read as grades.',
    'Una hoja de cálculo convirtió {column} en fecha: «{value}». Se leyó como grados.',
  ],
  unclear_grades: [
    'Not all of {column} can be read as grades: “{value}”. Grades that can be read were kept, the rest was left out.',
    'No todo en {column} se puede leer como grados: «{value}». Se conservaron los grados legibles y se omitió el resto.',
  ],
  implausible_coordinates: [
    'The coordinates “{value}” are not on the map; they were left out.',
    'Las coordenadas «{value}» no están en el mapa; se omitieron.',
  ],
  several_phones: [
    '{column} holds several phone numbers; the first was kept.',
    '{column} contiene varios teléfonos; se conservó el primero.',
  ],
  formula_value: [
    '{column} is a formula; the value it last showed was read.',
    '{column} es una fórmula; se leyó el último valor que mostró.',
  ],
  suppressed: [
    'The source withheld this figure; it stays withheld.',
    'La fuente no publicó esta cifra; se mantiene así.',
  ],
  may_be_fraction: [
    '{column} is “{value}” in a column of percentages; it was taken as that many percent.',
    '{column} es «{value}» en una columna de porcentajes; se tomó como ese porcentaje.',
  ],
  combined_with_other_row: [
    'Row {row} is about the same and fits the school better; it was kept instead.',
    'La fila {row} trata de lo mismo y corresponde mejor a la escuela; se conservó esa.',
  ],
  unclear_category: [
    '“{value}” names no kind of help of this district; the program was filed under after-school programs.',
    '«{value}» no nombra ningún tipo de ayuda de este distrito; se clasificó como programa extraescolar.',
  ],
}

export interface SaidProblem {
  readonly code: RowProblemCode
  readonly column?: string | undefined
  readonly value?: string | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** The sentence of a row's problem in a language. */
export const problemSentence = (
  { code, column, value, params }: SaidProblem,
  language: 'en' | 'es' = 'en',
): string => {
  const words: Record<string, string | number> = {
    column: column || (language === 'es' ? 'La celda' : 'The cell'),
    value: value ?? '',
    ...params,
  }
  return sentences[code][language === 'es' ? 1 : 0].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name] ?? '?'),
  )
}
