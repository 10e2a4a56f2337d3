import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { NewTarget, TargetChange, TargetItem, TargetQuery } from './target-schemas.ts'

export const targetsContract = defineContract({
  listTargets: {
    method: 'GET',
    path: '/targets',
    access: 'metrics:read',
    summary: 'Targets of the district and its schools, each with where it stands',
    query: TargetQuery,
    response: Page(TargetItem),
  },
  addTarget: {
    method: 'POST',
    path: '/targets',
    access: 'metrics:write',
    summary: 'Set what a metric should be, for the district or a school, by a day',
    body: NewTarget,
    response: TargetItem,
  },
  changeTarget: {
    method: 'PATCH',
    path: '/targets/:targetId',
    access: 'metrics:write',
    summary: 'Change a target, its day or where it started from',
    body: TargetChange,
    response: TargetItem,
    ifMatch: true,
  },
  removeTarget: {
    method: 'DELETE',
    path: '/targets/:targetId',
    access: 'metrics:write',
    summary: 'Remove a target',
    ifMatch: true,
  },
})
