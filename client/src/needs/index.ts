/** What other features use of this one. */
export { default as NeedsTabs } from './NeedsTabs.vue'
