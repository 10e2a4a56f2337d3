import { defineAsyncComponent } from 'vue'

/** Says, while an organization is typed in, which listed ones it may be. */
export const DuplicateWarning = defineAsyncComponent(() => import('./DuplicateWarning.vue'))
