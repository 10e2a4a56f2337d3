/** What other features use of this one. */
export { useCategories, useLookup, usePeopleAndGoals } from './choices.ts'
