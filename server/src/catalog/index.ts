export { addStandardCategories } from './queries.ts'
