import { ProblemError } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import {
  headerSignature,
  normaliseHeader,
  type RememberedMapping,
} from '@common-table/shared/imports/columns'
import { guessMapping } from '@common-table/shared/imports/kinds/guess-mapping'
import type { ImportKind, KnownMetric } from '@common-table/shared/imports/kinds/kind'
import type { ImportColumn } from '@common-table/shared/imports/schemas'
import { openTable } from './readers/open-table.ts'
import { TableProblem } from './readers/table-problem.ts'

const sampleRows = 200
const shownSamples = 3

/** What a file's first rows say: its columns, and what each is taken to be. */
export interface Intake {
  readonly header: readonly string[]
  readonly signature: string
  readonly columns: ImportColumn[]
  readonly mapping: (string | null)[]
}

// The product holds counts of people, never records of students (design, section 2).
const studentHeaders =
  /^(student|pupil|child|learner)( (first|last|full|family|given))? ?(name|id|number|local id|state id)$|^osis( number)?$|^(date of birth|dob|birth date|ssn|social security number)$/

const refuseStudents = (header: readonly string[]): void => {
  const found = header.find((name) => studentHeaders.test(normaliseHeader(name)))
  if (found !== undefined)
    throw refusal('student-records', {
      detail: `The column “${found}” looks like it holds records of students. Only figures about schools are kept here; remove it, or send the totals by school.`,
    })
}

const readStart = async (path: string): Promise<{ header: string[]; rows: string[][] }> => {
  const table = await openTable(path)
  const rows: string[][] = []
  try {
    for await (const batch of table) {
      for (const { cells } of batch) if (rows.length < sampleRows) rows.push(cells)
      if (rows.length >= sampleRows) break
    }
  } finally {
    await table.close()
  }
  return { header: table.header, rows }
}

/** Turns a file that cannot be read into the answer for the person who sent it. */
export const asProblem = (error: unknown): unknown =>
  error instanceof TableProblem
    ? new ProblemError(error.code === 'file_too_large' ? 'too-large' : 'unreadable-file', error.message, {
        fields: [{ field: 'file', rule: error.code, message: error.message }],
      })
    : error

/** Reads the beginning of a file and guesses what its columns mean, beginning with what was confirmed last time. */
export const takeIn = async (
  path: string,
  kind: ImportKind,
  metrics: readonly KnownMetric[],
  remember: (signature: string) => Promise<RememberedMapping | undefined>,
): Promise<Intake> => {
  const { header, rows } = await readStart(path).catch((error: unknown) => {
    throw asProblem(error)
  })
  if (rows.length === 0) throw refusal('no-rows')
  refuseStudents(header)
  const signature = headerSignature(header)
  const guesses = guessMapping(kind, metrics, header, rows, await remember(signature))
  return {
    header,
    signature,
    mapping: guesses.map(({ field }) => field ?? null),
    columns: guesses.map(({ column, header, field, confidence, reasons }) => ({
      header,
      samples: [
        ...new Set(rows.map((cells) => (cells[column] ?? '').trim().slice(0, 80)).filter(Boolean)),
      ].slice(0, shownSamples),
      guess: field ?? null,
      confidence,
      reasons,
    })),
  }
}
