import { defineAsyncComponent } from 'vue'

/** The plan of a need as a card of its page (`need-id`). */
export const NeedPlan = defineAsyncComponent(() => import('./NeedPlan.vue'))
