/** What other features call of this one. */
export { longDay } from './compose.ts'
export { templatesOf, type Templates } from './templates-queries.ts'
export { insertLetters, letterJson, type LetterRow } from './queries.ts'
