import { defineContract } from '../contract/route.ts'
import { Agreement, NewSection, Section, SectionChange } from './schemas.ts'

export const agreementSectionsContract = defineContract({
  addSection: {
    method: 'POST',
    path: '/agreements/:agreementId/sections',
    access: 'agreements:write',
    summary: 'Add a section of your own to a draft',
    body: NewSection,
    response: Section,
  },
  changeSection: {
    method: 'PATCH',
    path: '/agreement-sections/:sectionId',
    access: 'agreements:write',
    summary: 'Write a section of a draft, note what is discussed, or mark it finalized',
    body: SectionChange,
    response: Section,
    ifMatch: true,
  },
  removeSection: {
    method: 'DELETE',
    path: '/agreement-sections/:sectionId',
    access: 'agreements:write',
    summary: 'Take a section out of a draft, unless its type asks for it',
  },
  resolveComment: {
    method: 'POST',
    path: '/agreement-comments/:commentId/resolution',
    access: 'agreements:write',
    summary: 'Mark what the partner asked for as dealt with',
    response: Agreement,
  },
})
