import { Closed } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Merge, MergePreview, MergeQuestion, Unmerge } from './merge-schemas.ts'

export const mergeContract = defineContract({
  previewMerge: {
    method: 'POST',
    path: '/organizations/:organizationId/merge-preview',
    access: 'organizations:write',
    summary: 'What would move where if another organisation became part of this one; nothing is changed',
    body: MergeQuestion,
    response: MergePreview,
    asks: true,
  },
  mergeOrganizations: {
    method: 'POST',
    path: '/organizations/:organizationId/merges',
    access: 'organizations:write',
    summary:
      'Another organisation becomes part of this one, with every record and link; its old links lead here',
    body: MergeQuestion,
    response: Merge,
  },
  undoMerge: {
    method: 'POST',
    path: '/organization-merges/:mergeId/undoing',
    access: 'organizations:write',
    summary: 'Take a merge back: what moved and has stayed untouched goes back',
    body: Closed({}),
    response: Unmerge,
  },
})
