/** What other features use of this one. */
export { default as NeedsTabs } from './NeedsTabs.vue'
/** A tier of need with its bars, for whoever shows a school’s. */
export { default as TierMark } from './TierMark.vue'
