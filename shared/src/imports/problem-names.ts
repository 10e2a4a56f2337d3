import type { RowProblemCode } from './problems.ts'

/** What each thing said about a row is called where many are counted: short, without the row's own words. */
const names: Record<RowProblemCode, readonly [en: string, es: string]> = {
  required: ['Empty, but needed', 'Vacío, pero necesario'],
  too_long: ['Too long', 'Demasiado largo'],
  not_a_number: ['No number', 'No es un número'],
  out_of_range: ['Number that cannot be', 'Número imposible'],
  numerator_over_denominator: ['More counted than there are', 'Se cuenta más de lo que hay'],
  other_period: ['Not measured by this period', 'No se mide por este período'],
  not_a_date: ['No date', 'No es una fecha'],
  not_a_school_year: ['No school year', 'No es un año escolar'],
  not_an_email: ['No e-mail address', 'No es un correo electrónico'],
  not_a_phone: ['No phone number', 'No es un teléfono'],
  not_a_url: ['No web address', 'No es una dirección web'],
  not_one_of: ['None of the possible values', 'Ninguno de los valores posibles'],
  unknown_reference: ['Not in this district', 'No existe en este distrito'],
  unknown_school: ['Unknown school', 'Escuela desconocida'],
  ambiguous_reference: ['Fits several records', 'Corresponde a varios registros'],
  duplicate_in_file: ['Twice in the file', 'Repetido en el archivo'],
  same_row_twice: ['Same row twice', 'La misma fila dos veces'],
  conflicts_with_earlier_row: ['Differs from an earlier row', 'Difiere de una fila anterior'],
  end_before_start: ['End before start', 'Fin anterior al inicio'],
  looks_like_a_student: ['Looks like a student', 'Parece un estudiante'],
  too_few_cells: ['Too few cells', 'Faltan celdas'],
  too_many_cells: ['Too many cells', 'Sobran celdas'],
  broken_quotes: ['Quotation mark out of place', 'Comilla fuera de lugar'],
  spreadsheet_date: ['Made a date by a spreadsheet', 'Convertido en fecha por una hoja de cálculo'],
  unclear_grades: ['Unclear grades', 'Grados poco claros'],
  implausible_coordinates: ['Coordinates not on the map', 'Coordenadas fuera del mapa'],
  several_phones: ['Several phone numbers', 'Varios teléfonos'],
  formula_value: ['Formula', 'Fórmula'],
  suppressed: ['Withheld by the source', 'Reservado por la fuente'],
  may_be_fraction: ['May be a fraction', 'Puede ser una fracción'],
  combined_with_other_row: ['Another row fits better', 'Otra fila corresponde mejor'],
  unclear_category: ['Unclear kind of help', 'Tipo de ayuda poco claro'],
}

/** The short name of a row's problem in a language. */
export const problemName = (code: string, language: 'en' | 'es' = 'en'): string =>
  names[code as RowProblemCode]?.[language === 'es' ? 1 : 0] ?? code // a stored code may be older than this list
