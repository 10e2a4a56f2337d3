import { defineAsyncComponent } from 'vue'

/** Writes down an offer that came by telephone or in person. */
export const NewOffer = defineAsyncComponent(() => import('./NewOffer.vue'))
