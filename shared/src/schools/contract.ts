import { defineContract } from '../contract/route.ts'
import {
  NewSchool,
  School,
  SchoolChange,
  SchoolFacets,
  SchoolFilters,
  SchoolOverview,
  SchoolPage,
  SchoolQuery,
} from './schemas.ts'

export const schoolsContract = defineContract({
  listSchools: {
    method: 'GET',
    path: '/schools',
    access: 'schools:read',
    summary: 'Schools, found by name, code, area or address even when mistyped, filtered and sorted',
    query: SchoolQuery,
    response: SchoolPage,
  },
  countSchools: {
    method: 'GET',
    path: '/schools/facets',
    access: 'schools:read',
    summary: 'How many schools every filter would leave',
    query: SchoolFilters,
    response: SchoolFacets,
  },
  getSchool: {
    method: 'GET',
    path: '/schools/:schoolId',
    access: 'schools:read',
    summary: 'One school',
    response: School,
  },
  getSchoolOverview: {
    method: 'GET',
    path: '/schools/:schoolId/overview',
    access: 'schools:read',
    summary: 'One school with its partnerships, its needs and the schools nearby',
    response: SchoolOverview,
  },
  addSchool: {
    method: 'POST',
    path: '/schools',
    access: 'schools:write',
    summary: 'Add a school',
    body: NewSchool,
    response: School,
  },
  changeSchool: {
    method: 'PATCH',
    path: '/schools/:schoolId',
    access: 'schools:write',
    summary: 'Change a school; status closed or open closes and reopens it',
    body: SchoolChange,
    response: School,
    ifMatch: true,
  },
})
