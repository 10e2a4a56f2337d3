/** What other features call of this one. */
export { notify } from './notify.ts'
