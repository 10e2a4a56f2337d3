import type { Language } from '../vocabulary/terms.ts'
import { said, type InEnglishAndSpanish } from './in-english-and-spanish.ts'
import { recordWords } from './record-words.ts'

/** What a row of this table is called; the table's own name where there are no words for it. */
export const recordName = (table: string, language: Language): string =>
  said((recordWords as Readonly<Record<string, InEnglishAndSpanish>>)[table], language) ??
  table.replaceAll('_', ' ')

/** Every table that has words, for a choice of them. */
export const namedTables: readonly string[] = Object.keys(recordWords)
