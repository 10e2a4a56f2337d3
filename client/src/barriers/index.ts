import { defineAsyncComponent } from 'vue'

/** The barriers behind a need as a card of its page (`need-id`). */
export const NeedBarriers = defineAsyncComponent(() => import('./NeedBarriers.vue'))
