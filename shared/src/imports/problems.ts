import * as Type from 'typebox'

/**
 * Everything that can be said about one cell or row of an imported file: code → is the row refused, or kept with a
 * warning. Sentences are the client's, by code and language; `params` fills them in.
 */
export const rowProblems = {
  required: 'refused',
  too_long: 'refused',
  not_a_number: 'refused',
  out_of_range: 'refused',
  numerator_over_denominator: 'refused',
  other_period: 'refused',
  not_a_date: 'refused',
  not_a_school_year: 'refused',
  not_an_email: 'refused',
  not_a_phone: 'warning',
  not_a_url: 'warning',
  not_one_of: 'refused',
  unknown_reference: 'refused',
  unknown_school: 'refused',
  ambiguous_reference: 'refused',
  duplicate_in_file: 'refused',
  same_row_twice: 'warning',
  conflicts_with_earlier_row: 'refused',
  end_before_start: 'refused',
  looks_like_a_student: 'refused',
  too_few_cells: 'warning',
  too_many_cells: 'warning',
  broken_quotes: 'refused',
  spreadsheet_date: 'warning',
  unclear_grades: 'warning',
  implausible_coordinates: 'warning',
  several_phones: 'warning',
  formula_value: 'warning',
  suppressed: 'warning',
  may_be_fraction: 'warning',
  combined_with_other_row: 'warning',
  unclear_category: 'warning',
} as const satisfies Record<string, 'refused' | 'warning'>

export type RowProblemCode = keyof typeof rowProblems

/** One thing about one row: row 1 is the first row below the header, column is the header as the file writes it. */
export const RowProblem = Type.Object({
  row: Type.Integer({ minimum: 1 }),
  column: Type.Optional(Type.String()),
  code: Type.Enum(Object.keys(rowProblems) as RowProblemCode[]),
  /** What the cell held, cut to 80 characters. */
  value: Type.Optional(Type.String()),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})
export type RowProblem = Type.Static<typeof RowProblem>

const shownCharacters = 80

/** A cell's text short enough to show and to keep: at most 80 characters, never half of one. */
export const truncated = (value: string): string => {
  const characters = Array.from(value.slice(0, shownCharacters * 2 + 2))
  return characters.length <= shownCharacters
    ? characters.join('')
    : `${characters.slice(0, shownCharacters - 1).join('')}…`
}

type Where = { row: number; column?: string; value?: string; params?: Record<string, string | number> }

/** Makes a row's problem, its value cut short. */
export const rowProblem = (code: RowProblemCode, { value, ...where }: Where): RowProblem => ({
  ...where,
  code,
  ...(value === undefined ? {} : { value: truncated(value) }),
})

/** Does this problem keep the row out? */
export const refusesRow = (problem: RowProblem): boolean => rowProblems[problem.code] === 'refused'
