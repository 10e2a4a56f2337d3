import type { auditContract } from '@common-table/shared/audit/contract'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { auditList } from './queries.ts'

export const auditHandlers: Handlers<typeof auditContract> = {
  listAudit: async ({ db, query, page }) => {
    const { limit = 50, cursor: _cursor, ...filters } = query
    const list = await auditList(db, { filters, sort: 'newest', descending: true, after: page.after, limit })
    return listAnswer(list, page)
  },
}
