/** What other features call of this one. */
export { refuseStale } from './changes-since.ts'
export { namesIn } from './record-names.ts'
