import { defineAsyncComponent } from 'vue'

/** What other features show of needs: the tabs of both places, the tier of a school, and their words. */
export { default as NeedsTabs } from './NeedsTabs.vue'
export { default as PlacingTabs } from './PlacingTabs.vue'
/** A tier of need with its bars, for whoever shows a school’s. */
export { default as TierMark } from './TierMark.vue'
export { useEquityWords } from './use-equity.ts'
/** What falls into gap, school by school. */
export const WhatIfLoss = defineAsyncComponent(() => import('./WhatIfLoss.vue'))
export { useNeedWords } from './words.ts'
