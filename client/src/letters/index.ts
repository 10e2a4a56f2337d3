/** What other features use of this one. */
export { default as LetterCard } from './LetterCard.vue'
