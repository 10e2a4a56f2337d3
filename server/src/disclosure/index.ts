export { guardApart } from './guard.ts'
export type { Found } from './find.ts'
