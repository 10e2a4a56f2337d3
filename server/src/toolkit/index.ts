/** What other features call of this one. */
export { publicResources } from './queries.ts'
