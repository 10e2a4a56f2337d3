/** What people choose from when a form points at a record of another feature. */
export { useCategories } from './categories.ts'
export { useHelpChoices } from './help-choices.ts'
export { useChosenSchools, useOrganizationLookup, useSchoolLookup } from './lookup.ts'
export { useSchoolYears } from './school-years.ts'
