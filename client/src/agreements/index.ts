import { defineAsyncComponent } from 'vue'

/** The agreements and promises of a partnership, as a tab of its page. */
export const AgreementPart = defineAsyncComponent(() => import('./AgreementPart.vue'))
