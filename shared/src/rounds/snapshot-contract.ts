import { defineContract } from '../contract/route.ts'
import { Kept } from './schemas.ts'
import { SnapshotAnswers, SnapshotForm } from './snapshot-schemas.ts'

/** A principal's five minutes: what the school needs and who helps, signed in or by an e-mailed link. */
export const snapshotContract = defineContract({
  getSnapshot: {
    method: 'GET',
    path: '/schools/:schoolId/snapshot',
    access: 'needs:read',
    summary:
      'The latest snapshot of a school: as sent, as drafted, or filled from last year and the open needs',
    response: SnapshotForm,
  },
  keepSnapshotDraft: {
    method: 'PUT',
    path: '/schools/:schoolId/snapshot/draft',
    access: 'needs:write',
    summary: 'Keep what is typed so far; nothing counts until it is sent',
    body: SnapshotAnswers,
    response: Kept,
    ifMatch: true,
  },
  sendSnapshot: {
    method: 'POST',
    path: '/schools/:schoolId/snapshot',
    access: 'needs:write',
    summary:
      'Send the snapshot: needs are recorded and brought up to date; correctable until the window closes',
    body: SnapshotAnswers,
    response: SnapshotForm,
    ifMatch: true,
  },
  getSnapshotByLink: {
    method: 'GET',
    path: '/link/snapshot',
    access: { link: 'snapshot' },
    summary: 'The snapshot of the school a link was sent to',
    response: SnapshotForm,
  },
  keepSnapshotDraftByLink: {
    method: 'PUT',
    path: '/link/snapshot/draft',
    access: { link: 'snapshot' },
    summary: 'Keep what is typed so far, by link',
    body: SnapshotAnswers,
    response: Kept,
    ifMatch: true,
  },
  sendSnapshotByLink: {
    method: 'POST',
    path: '/link/snapshot',
    access: { link: 'snapshot' },
    summary: 'Send the snapshot by link; correctable by the same link until the window closes',
    body: SnapshotAnswers,
    response: SnapshotForm,
    ifMatch: true,
  },
})
