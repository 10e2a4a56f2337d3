import { defineAsyncComponent } from 'vue'

/** What other features use of this one. */
export const LetterCard = defineAsyncComponent(() => import('./LetterCard.vue'))
/** The letters of a partnership, as a tab of its page. */
export const PartnershipLetters = defineAsyncComponent(() => import('./PartnershipLetters.vue'))
/** The letters to an organisation, as a tab of its page. */
export const OrganizationLetters = defineAsyncComponent(() => import('./OrganizationLetters.vue'))
