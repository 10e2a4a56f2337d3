/** What other features call of this one. */
export { fourCsBuilt } from './four-cs-built.ts'
