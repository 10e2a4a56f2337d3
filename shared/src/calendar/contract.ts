import { Closed } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { SchoolYear, SchoolYearDates, SchoolYears } from './schemas.ts'

export const calendarContract = defineContract({
  listSchoolYears: {
    method: 'GET',
    path: '/school-years',
    access: 'signed-in',
    summary: 'Every school year with its quarters, the latest first',
    response: SchoolYears,
  },
  addNextSchoolYear: {
    method: 'POST',
    path: '/school-years',
    access: 'district:write',
    summary: 'Add the school year after the latest one, with four quarters',
    body: Closed({}),
    response: SchoolYear,
  },
  changeSchoolYear: {
    method: 'PATCH',
    path: '/school-years/:schoolYearId',
    access: 'district:write',
    summary: 'Change the dates of a school year and of its quarters, semesters or months',
    body: SchoolYearDates,
    response: SchoolYear,
    ifMatch: true,
  },
  removeSchoolYear: {
    method: 'DELETE',
    path: '/school-years/:schoolYearId',
    access: 'district:write',
    summary: 'Remove the first or last school year while nothing belongs to it',
  },
})
