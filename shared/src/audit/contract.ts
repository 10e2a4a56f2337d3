import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { AuditEntry, AuditQuery } from './schemas.ts'

export const auditContract = defineContract({
  listAudit: {
    method: 'GET',
    path: '/audit',
    access: 'audit:read',
    summary: 'Who changed what, newest first',
    query: AuditQuery,
    response: Page(AuditEntry),
  },
})
