export { tableFile } from './writers/table-file.ts'
export type { Cell } from './writers/write-csv.ts'
