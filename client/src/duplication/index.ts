import { defineAsyncComponent } from 'vue'

/** `<DuplicateNotice v-model="form.model.justification" :problem="form.problem.value" />` in a form that enters help. */
export const DuplicateNotice = defineAsyncComponent(() => import('./DuplicateNotice.vue'))
