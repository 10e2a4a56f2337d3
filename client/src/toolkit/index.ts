import { defineAsyncComponent } from 'vue'

/** `<MatchingResources :category-id="…" />`: what the toolkit holds for a kind of help; nothing where it holds nothing. */
export const MatchingResources = defineAsyncComponent(() => import('./MatchingResources.vue'))
