import { defineContract } from '../contract/route.ts'
import { Objective, ObjectiveChange, ObjectiveDetail, Objectives } from './objective-schemas.ts'

export const objectivesContract = defineContract({
  listObjectives: {
    method: 'GET',
    path: '/objectives',
    access: 'metrics:read',
    summary: 'Objectives of the district that are computed live, each with where it stands',
    response: Objectives,
  },
  getObjective: {
    method: 'GET',
    path: '/objectives/:objectiveId',
    access: 'metrics:read',
    summary: 'One objective by school, pathway and term, small groups withheld',
    response: ObjectiveDetail,
  },
  changeObjective: {
    method: 'PATCH',
    path: '/objectives/:objectiveId',
    access: 'metrics:write',
    summary: 'Change the target of an objective, its day or where it started from, or set it aside',
    body: ObjectiveChange,
    response: Objective,
    ifMatch: true,
  },
})
