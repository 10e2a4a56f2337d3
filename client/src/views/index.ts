import { defineAsyncComponent } from 'vue'

/** What other features' pages use of this one; it comes after the list it stands on. */
export const SavedViews = defineAsyncComponent(() => import('./SavedViews.vue'))
