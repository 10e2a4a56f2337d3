export { publishAll, requireFresh, workOnPublishing } from './publish.ts'
export { proveSums, rebuildSums, type WrongSum } from './prove.ts'
