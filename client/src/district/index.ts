export { useDistrict, useDistrictColours } from './brand.ts'
