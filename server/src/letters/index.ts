/** What other features call of this one. */
export { longDay } from './compose.ts'
export { insertLetters, letterJson, type LetterRow } from './queries.ts'
