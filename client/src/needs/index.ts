import { defineAsyncComponent } from 'vue'

/** `<SchoolNeeds :school-id="…" />`: a school's open needs and its gaps by kind of help; fetched when it is shown. */
export const SchoolNeeds = defineAsyncComponent(() => import('./SchoolNeeds.vue'))
