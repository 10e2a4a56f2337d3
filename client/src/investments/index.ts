import { defineAsyncComponent } from 'vue'

/** What both sides put into a partnership, as a tab of its page. */
export const InvestmentPart = defineAsyncComponent(() => import('./InvestmentPart.vue'))
/** The same added up over an organisation's partnerships, as a tab of its page. */
export const OrganizationInvestment = defineAsyncComponent(() => import('./OrganizationInvestment.vue'))
