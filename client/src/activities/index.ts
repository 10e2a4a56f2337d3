import { defineAsyncComponent } from 'vue'

/** What a partnership delivers, as a part of its page. */
export const ActivitiesPart = defineAsyncComponent(() => import('./ActivitiesPart.vue'))
/** The latest activities at a school, as a card of its page. */
export const SchoolActivities = defineAsyncComponent(() => import('./SchoolActivities.vue'))
/** Sessions delivered of those planned, as a part of an organization's page. */
export const OrganizationFidelity = defineAsyncComponent(() => import('./OrganizationFidelity.vue'))
