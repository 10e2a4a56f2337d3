export { useDistrictColours } from './brand.ts'
