export { workOnPlacements } from './compute-plan.ts'
export { bringToSchool, takeBackFromSchool } from './bring-to-school.ts'
export { servicesForHelp } from './match.ts'
export { beginNeed } from './move-queries.ts'
