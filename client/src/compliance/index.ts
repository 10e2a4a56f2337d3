import { defineAsyncComponent } from 'vue'

/** The compliance passport of an organisation, as a tab of its page: `<CompliancePart :organization-id />`. */
export const CompliancePart = defineAsyncComponent(() => import('./CompliancePart.vue'))
