import { defineAsyncComponent } from 'vue'

/** Whom a partnership counts on, as a tab of its page. */
export const PeoplePart = defineAsyncComponent(() => import('./HoldersPart.vue'))
