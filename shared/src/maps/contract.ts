import { defineContract } from '../contract/route.ts'
import { PlaceMap, PlaceMapQuery } from './schemas.ts'

export const mapsContract = defineContract({
  getPlaceMap: {
    method: 'GET',
    path: '/maps/places',
    access: 'needs:read',
    summary:
      'Every open school and partner site with its coordinates and what is missing there, as compact arrays',
    query: PlaceMapQuery,
    response: PlaceMap,
  },
})
