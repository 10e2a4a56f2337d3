import { defineAsyncComponent } from 'vue'

/** Who of a school seeks a place at work and which seats there are: `<SchoolSeats :school-id="…" />` of a school's page. */
export const SchoolSeats = defineAsyncComponent(() => import('./SchoolSeats.vue'))
/** The seats an employer offers, as a tab of its page. */
export const OrganizationSeats = defineAsyncComponent(() => import('./OrganizationSeats.vue'))
