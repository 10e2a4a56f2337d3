import { defineAsyncComponent } from 'vue'

/** What was asked of partners for a school (`school-id`) or one of its needs (`need-id` beside it), and a way to ask. */
export const RequestsCard = defineAsyncComponent(() => import('./RequestsCard.vue'))
