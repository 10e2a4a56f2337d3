import { defineAsyncComponent } from 'vue'

/** Promises kept, how likely it is to last and what to do next, as a tab of a partnership's page. */
export const OutlookPart = defineAsyncComponent(() => import('./OutlookPart.vue'))
/** The same over an organization's partnerships, as a tab of its page. */
export const OrganizationOutlook = defineAsyncComponent(() => import('./OrganizationOutlook.vue'))
