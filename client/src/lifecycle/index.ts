import { defineAsyncComponent } from 'vue'

/** What a partnership takes, its school years and what is left to settle, as a tab of its page. */
export const LifecyclePart = defineAsyncComponent(() => import('./LifecyclePart.vue'))
/** What it does at each of its schools, as a tab of its page. */
export const SitesPart = defineAsyncComponent(() => import('./SitesPart.vue'))
/** Who works at a school this year, when and where: `<SchoolSites :school-id="…" />` of a school's page. */
export const SchoolSites = defineAsyncComponent(() => import('./SchoolSites.vue'))
