import { defineAsyncComponent } from 'vue'

/** Who could help with a need, on its page. */
export const NeedMatches = defineAsyncComponent(() => import('./NeedMatches.vue'))
/** Where a service is needed most, beside its organization's page. */
export const ServiceMatches = defineAsyncComponent(() => import('./ServiceMatches.vue'))
