/** What people choose from when a form points at a record of another feature. */
export { useCategories } from './categories.ts'
export { useHelpChoices } from './help-choices.ts'
export { useChosenSchools, useOrganizationLookup, usePartnershipLookup, useSchoolLookup } from './lookup.ts'
export { useMetrics } from './metrics.ts'
export { useSchoolYears } from './school-years.ts'
