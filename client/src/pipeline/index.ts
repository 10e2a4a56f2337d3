import { defineAsyncComponent } from 'vue'

/** Tabs of an organization's page, and `<SchoolTablePart :school-id="…" />` of a school's. */
export const TiesPart = defineAsyncComponent(() => import('./TiesPart.vue'))
export const TouchesPart = defineAsyncComponent(() => import('./TouchesPart.vue'))
export const SchoolTablePart = defineAsyncComponent(() => import('./SchoolTablePart.vue'))
