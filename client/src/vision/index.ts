import { defineAsyncComponent } from 'vue'

/** The shared vision as a tab of a partnership's page. */
export const VisionPart = defineAsyncComponent(() => import('./VisionPart.vue'))
/** People of an organisation who can get a link. */
export { useRecipients } from './use-vision.ts'
