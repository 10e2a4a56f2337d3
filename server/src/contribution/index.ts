export { contributionOf } from './contribution-of.ts'
