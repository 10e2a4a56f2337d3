export { equityOf, figuresOf } from './district-parts.ts'
export { risksPart } from './part-queries.ts'
export { groundOf as reportGround } from './queries.ts'
