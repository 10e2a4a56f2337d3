import type { Language } from '../vocabulary/terms.ts'
import { actWords } from './act-words.ts'
import { codeLists } from './code-lists.ts'
import { codeWords } from './code-words.ts'
import { columnsAToK } from './columns-a-to-k.ts'
import { columnsLToZ } from './columns-l-to-z.ts'
import { equityColumns } from './equity-words.ts'
import { offerColumns } from './offer-words.ts'
import { meetingColumns } from './meeting-words.ts'
import { outlookColumns } from './outlook-words.ts'
import { twoSidesColumns } from './two-sides-words.ts'
import { requestColumns } from './request-words.ts'
import { placementColumns } from './placement-words.ts'
import { storyColumns } from './story-words.ts'
import { activityColumns } from './activity-words.ts'
import { releaseColumns } from './release-words.ts'
import { seatColumns } from './seat-words.ts'
import { recordWords } from './record-words.ts'
import { said, type InEnglishAndSpanish } from './in-english-and-spanish.ts'

type Words = Readonly<Record<string, InEnglishAndSpanish>>
const columns: Words = {
  ...actWords,
  ...columnsAToK,
  ...columnsLToZ,
  ...meetingColumns,
  ...equityColumns,
  ...offerColumns,
  ...outlookColumns,
  ...twoSidesColumns,
  ...placementColumns,
  ...requestColumns,
  ...seatColumns,
  ...storyColumns,
  ...activityColumns,
  ...releaseColumns,
}

/** Columns that tell a person nothing: keys, hashes, what the system keeps for itself. */
export const unseenColumns: ReadonlySet<string> = new Set([
  'id',
  'district_id',
  'external_key',
  'sha256',
  'group_key',
  'import_id',
  'subject_key',
  'sequence',
  'text_version',
])

/** What a column is called; its own name where there are no words for it. */
export const columnName = (column: string, language: Language): string =>
  said(columns[column], language) ?? column.replaceAll('_', ' ')

/** Whether a column has words of its own, for the test that holds them to the tables. */
export const isNamed = (table: string, column: string): boolean =>
  table in recordWords && (unseenColumns.has(column) || column in columns)

/** A code in a reader's language; undefined where the column holds no codes, or not this one. */
export const codeName = (
  table: string,
  column: string,
  code: string,
  language: Language,
): string | undefined => {
  const list = codeLists[`${table}.${column}`] ?? codeLists[column]
  if (!list) return undefined
  return list.find((term) => term.code === code)?.[language] ?? said((codeWords as Words)[code], language)
}
