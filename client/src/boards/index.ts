import { defineAsyncComponent } from 'vue'

/** `<HelpDoneCard :partnership-id="…" :may-write="…" />`: what a partner may read of its own help, and how to send it. */
export const HelpDoneCard = defineAsyncComponent(() => import('./HelpDoneCard.vue'))
