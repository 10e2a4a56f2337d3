import { defineContract } from '../contract/route.ts'
import { NewOutline, Outline, PlaceMap, PlaceMapQuery } from './schemas.ts'

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
  getOutline: {
    method: 'GET',
    path: '/maps/outline',
    access: 'needs:read',
    summary: 'The outline of the district, drawn behind its schools',
    response: Outline,
  },
  changeOutline: {
    method: 'PUT',
    path: '/maps/outline',
    access: 'district:write',
    summary:
      'Give the district an outline: closed rings of longitude and latitude, at most 6,000 places in all',
    body: NewOutline,
    response: Outline,
  },
  removeOutline: {
    method: 'DELETE',
    path: '/maps/outline',
    access: 'district:write',
    summary: 'Go without an outline',
  },
})
