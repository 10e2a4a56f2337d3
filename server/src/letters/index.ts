/** What other features call of this one. */
export { insertLetters, letterJson, type LetterRow } from './queries.ts'
