export { evaluatedObjectives } from './objectives-handlers.ts'
export { freshened, publishAll, requireFresh, workOnPublishing } from './publish.ts'
export { proveSums, rebuildSums, type WrongSum } from './prove.ts'
export { targetsWith } from './targets-queries.ts'
