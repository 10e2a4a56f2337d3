/** What other features call of this one. */
export { suppliedSchools } from './queries.ts'
