import { defineAsyncComponent } from 'vue'

/** What was decided about a partnership's next term: `<NextTermCard :partnership :advised />`. */
export const NextTermCard = defineAsyncComponent(() => import('./NextTermCard.vue'))
