import { defineContract } from '../contract/route.ts'
import { Today, TodayFilter } from './schemas.ts'

export const todayContract = defineContract({
  getToday: {
    method: 'GET',
    path: '/today',
    access: 'check-ins:read',
    summary: 'What waits for the caller: stuck, expiring, overdue, unanswered, quiet, new',
    query: TodayFilter,
    response: Today,
  },
})
