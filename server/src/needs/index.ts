export { groundsOf } from './item-queries.ts'
export { runSuggestions } from './suggest.ts'
export { districtIds, proveCoverage } from './board-queries.ts'
export { workOnCoverage } from './upkeep.ts'
