/** What other features use of this one. */
export { usePeopleAndGoals } from './choices.ts'
export { default as PartnershipTabs } from './PartnershipTabs.vue'
export { usePartnershipWords } from './words.ts'
