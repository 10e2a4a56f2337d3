export { useBrandHue, useDistrictColours } from './brand.ts'
