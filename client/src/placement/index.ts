import { defineAsyncComponent } from 'vue'

/** Who could help with a need, on its page. */
export const NeedMatches = defineAsyncComponent(() => import('./NeedMatches.vue'))
/** Why a service suits, reason by reason. */
export const ReasonList = defineAsyncComponent(() => import('./ReasonList.vue'))
/** Where a service is needed most, beside its organization's page. */
export const ServiceMatches = defineAsyncComponent(() => import('./ServiceMatches.vue'))
