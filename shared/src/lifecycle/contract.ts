import * as Type from 'typebox'
import { Closed, Id } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  ExitCheck,
  ExitCheckChange,
  Growth,
  Lifecycle,
  NewAssessment,
  NewSitePlan,
  SchoolSitePlans,
  SitePlan,
  SitePlanChange,
  SitePlans,
  YearRecord,
  YearRecordChange,
} from './schemas.ts'

const ofYear = Closed({ schoolYearId: Type.Optional(Id) })

export const lifecycleContract = defineContract({
  getLifecycle: {
    method: 'GET',
    path: '/partnerships/:partnershipId/lifecycle',
    access: 'partnerships:read',
    summary:
      'What a partnership takes, whether it should be formalised, its school years and its exit checklist',
    response: Lifecycle,
  },
  assessIntensity: {
    method: 'POST',
    path: '/partnerships/:partnershipId/assessments',
    access: 'partnerships:write',
    summary: 'Answer the rubric of intensity; another intensity than its result needs a reason',
    body: NewAssessment,
    response: Lifecycle,
    ifMatch: true,
  },
  changeExitCheck: {
    method: 'PATCH',
    path: '/exit-checks/:exitCheckId',
    access: 'partnerships:write',
    summary: 'Settle a line of an exit checklist, or say when it is due',
    body: ExitCheckChange,
    response: ExitCheck,
    ifMatch: true,
  },
  changeYearRecord: {
    method: 'PATCH',
    path: '/partnership-years/:yearRecordId',
    access: 'partnerships:write',
    summary: 'Note how many students a partnership plans for and served in a school year',
    body: YearRecordChange,
    response: YearRecord,
    ifMatch: true,
  },
  listSitePlans: {
    method: 'GET',
    path: '/partnerships/:partnershipId/site-plans',
    access: 'partnerships:read',
    summary: 'What a partnership does at each of its schools in a school year; the current one unless said',
    query: ofYear,
    response: SitePlans,
  },
  addSitePlan: {
    method: 'POST',
    path: '/partnerships/:partnershipId/site-plans',
    access: 'site-plans:write',
    summary: 'Plan a partnership at one of its schools: liaison, room, days, students, dates',
    body: NewSitePlan,
    response: SitePlan,
  },
  changeSitePlan: {
    method: 'PATCH',
    path: '/site-plans/:sitePlanId',
    access: 'site-plans:write',
    summary: 'Change what a partnership does at a school',
    body: SitePlanChange,
    response: SitePlan,
    ifMatch: true,
  },
  removeSitePlan: {
    method: 'DELETE',
    path: '/site-plans/:sitePlanId',
    access: 'site-plans:write',
    summary: 'Remove a site plan',
  },
  growPartnership: {
    method: 'POST',
    path: '/partnerships/:partnershipId/growth',
    access: 'partnerships:write',
    summary:
      'Bring a partnership to more schools at once, each with the days and hours of one that has a plan',
    body: Growth,
    response: SitePlans,
    ifMatch: true,
  },
  listSchoolSitePlans: {
    method: 'GET',
    path: '/schools/:schoolId/site-plans',
    access: 'partnerships:read',
    summary: 'Who works at a school in a school year: when, where and with whom as liaison',
    query: ofYear,
    response: SchoolSitePlans,
  },
})
