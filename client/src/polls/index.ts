import { defineAsyncComponent } from 'vue'

/** The polls of an emergency and a way to start one, on the page of what would be lost. */
export const PollsPart = defineAsyncComponent(() => import('./PollsPart.vue'))
