import { defineAsyncComponent } from 'vue'

/** `<HelpDoneCard :partnership-id="…" :may-write="…" />`: what a partner may read of its own help, and how to send it. */
export const HelpDoneCard = defineAsyncComponent(() => import('./HelpDoneCard.vue'))
/** On a dashboard of its own: leads to what the board, a partner or the public is given. */
export const ViewAsElsewhere = defineAsyncComponent(() => import('./ViewAsElsewhere.vue'))
