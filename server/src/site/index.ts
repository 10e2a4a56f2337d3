export { registerSite } from './routes.ts'
