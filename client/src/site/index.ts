import { defineAsyncComponent } from 'vue'

/** What anybody may know of an organization, as a tab of its page. */
export const PublicListingPart = defineAsyncComponent(() => import('./PublicListingPart.vue'))
