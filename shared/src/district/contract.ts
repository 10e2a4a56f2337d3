import { defineContract } from '../contract/route.ts'
import { District, DistrictChange } from './schemas.ts'

export const districtContract = defineContract({
  getDistrict: {
    method: 'GET',
    path: '/district',
    access: 'signed-in',
    summary: 'The district and its settings',
    response: District,
  },
  changeDistrict: {
    method: 'PATCH',
    path: '/district',
    access: 'district:write',
    summary: 'Change settings of the district',
    body: DistrictChange,
    response: District,
    ifMatch: true,
  },
  getDistrictLogo: {
    method: 'GET',
    path: '/district/logo',
    access: 'signed-in',
    summary: 'The logo of the district, as it was handed in',
    download: 'image/*',
  },
  changeDistrictLogo: {
    method: 'POST',
    path: '/district/logo',
    access: 'district:write',
    summary: 'Hand in the logo: a PNG, JPEG or WebP picture of at most 1 MB',
    response: District,
    upload: true,
  },
  removeDistrictLogo: {
    method: 'DELETE',
    path: '/district/logo',
    access: 'district:write',
    summary: 'Go without a logo',
    response: District,
  },
})
