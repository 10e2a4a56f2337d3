import { defineAsyncComponent } from 'vue'

/** The stories that answer a need, as a card of its page. */
export const StoriesOfNeed = defineAsyncComponent(() => import('./StoriesOfNeed.vue'))
