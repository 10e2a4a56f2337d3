export { useBrandHue, useDistrict, useDistrictColours } from './brand.ts'
export { useDistrictLogo } from './logo.ts'
