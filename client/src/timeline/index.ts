import { defineAsyncComponent } from 'vue'

/** All that happened in a partnership, for a tab of its page: `<PartnershipStory :partnership />`. */
export const PartnershipStory = defineAsyncComponent(() => import('./PartnershipStory.vue'))
/** All that happened with an organisation and in its partnerships: `<OrganizationStory :organization />`. */
export const OrganizationStory = defineAsyncComponent(() => import('./OrganizationStory.vue'))
