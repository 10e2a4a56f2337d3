/** What other features' pages use of this one. */
export { default as SavedViews } from './SavedViews.vue'
