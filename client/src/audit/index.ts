/**
 * What other features' pages use of this one. A timeline asks the server for `changes` with `namesIn` of
 * server/src/audit, and shows them: `<ChangeLines :lines="words.linesOf(change)" :most="200" />`.
 */
export { default as ChangeLines } from './ChangeLines.vue'
export { useChangeWords } from './change-words.ts'
