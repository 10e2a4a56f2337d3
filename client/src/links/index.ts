import { defineAsyncComponent } from 'vue'

/** What other features use of this one. */
export { linkPagesOf, type LinkPage } from './link-pages.ts'
/** The links of an organisation (`organization-id`) or a partnership (`partnership-id`), with resend and withdraw. */
export const LinksPart = defineAsyncComponent(() => import('./LinksPart.vue'))
/** A district's name and logo, for pages that stand without the shell. */
export const LinkBrand = defineAsyncComponent(() => import('./LinkBrand.vue'))
/** The other language, for pages that stand without the shell. */
export const LanguageSwitch = defineAsyncComponent(() => import('./LanguageSwitch.vue'))
