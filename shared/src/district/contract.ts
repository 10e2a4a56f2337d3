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
})
