import { defineAsyncComponent } from 'vue'

/** What a partnership may have contributed to, as a part of its page. */
export const ContributionPart = defineAsyncComponent(() => import('./ContributionPart.vue'))
