import { defineContract } from '../contract/route.ts'
import { NewPriority, Priorities, Priority, PriorityChange, PriorityOrder } from './schemas.ts'

export const prioritiesContract = defineContract({
  listPriorities: {
    method: 'GET',
    path: '/priorities',
    access: 'district:read',
    summary: 'The goals of the district, in its order, with how many partnerships serve each',
    response: Priorities,
  },
  addPriority: {
    method: 'POST',
    path: '/priorities',
    access: 'priorities:write',
    summary: 'Add a goal at the end of the list',
    body: NewPriority,
    response: Priority,
  },
  changePriority: {
    method: 'PATCH',
    path: '/priorities/:priorityId',
    access: 'priorities:write',
    summary: 'Reword a goal, or stop and resume offering it',
    body: PriorityChange,
    response: Priority,
    ifMatch: true,
  },
  orderPriorities: {
    method: 'PUT',
    path: '/priorities/order',
    access: 'priorities:write',
    summary: 'Put the goals in another order',
    body: PriorityOrder,
    response: Priorities,
  },
  removePriority: {
    method: 'DELETE',
    path: '/priorities/:priorityId',
    access: 'priorities:write',
    summary: 'Remove a goal that no partnership serves',
  },
})
