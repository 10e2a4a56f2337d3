export { useBrandHue, useDistrictColours } from './brand.ts'
export { useDistrictLogo } from './logo.ts'
