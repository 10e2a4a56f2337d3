import { Readable } from 'node:stream'
import { notFound } from '@common-table/shared/contract/problem'
import { problemSentence } from '@common-table/shared/imports/problem-sentences'
import type { RowProblemCode } from '@common-table/shared/imports/problems'
import type { Db } from '../db/db.ts'
import type { FileStore } from '../files/file-store.ts'
import { Download } from '../http/answers.ts'
import { refusedRows, sourceOf, type RefusedRow } from './queries.ts'
import { openTable } from './readers/open-table.ts'
import { writeCsv, type Cell } from './writers/write-csv.ts'

const columnName = { en: 'What to do', es: 'Qué hacer' }

/** The refused rows one after the other, a page of the database at a time. */
async function* inOrder(db: Db, importId: string): AsyncGenerator<RefusedRow> {
  for (let after = 0; ;) {
    const page = await refusedRows(db, importId, after)
    yield* page
    if (page.length < 1000) return
    after = page.at(-1)!.row
  }
}

/** The refused rows as they were sent, with a last column that says what to do. The next import leaves that column out. */
export const refusedRowsFile = async (
  db: Db,
  files: FileStore,
  importId: string,
  personId: string | null,
): Promise<Download> => {
  const source = (await sourceOf(db, importId, personId)) ?? notFound('import')
  const language = source.locale === 'es' ? 'es' : 'en'
  const table = await openTable(files.pathOf(source.sha256))
  async function* rows(): AsyncGenerator<Cell[]> {
    const refused = inOrder(db, importId)
    let next = (await refused.next()).value as RefusedRow | undefined
    try {
      for await (const batch of table) {
        for (const { row, cells } of batch) {
          if (next === undefined) return
          if (row !== next.row) continue
          const todo = next.problems.map((problem) =>
            problemSentence({ ...problem, code: problem.code as RowProblemCode }, language),
          )
          yield [...cells, todo.join(' ')]
          next = (await refused.next()).value as RefusedRow | undefined
        }
      }
    } finally {
      await table.close()
    }
  }
  const name = source.fileName.replace(/\.\w+$/, '')
  return new Download(
    `${name} - refused rows.csv`,
    'text/csv; charset=utf-8',
    Readable.from(writeCsv([...table.header, columnName[language]], rows())),
  )
}
