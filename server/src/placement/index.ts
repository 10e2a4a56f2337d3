export { workOnPlacements } from './compute-plan.ts'
