export { addSchoolYears, currentSchoolYear, yearSpans, type CurrentYear } from './queries.ts'
