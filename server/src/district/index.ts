/** What other features call of this one. */
export { logoOf } from './logo.ts'
