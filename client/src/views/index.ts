import { defineAsyncComponent, h } from 'vue'

/** What other features' pages use of this one; it comes after the list it stands on. */
export const SavedViews = defineAsyncComponent({
  loader: () => import('./SavedViews.vue'),
  // Its room is kept, or the row of filters would break anew when it comes.
  loadingComponent: () => h('span', { class: 'inline-block h-9 w-24' }),
  delay: 0,
})
