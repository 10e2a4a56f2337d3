import type { Permission } from '../contract/permission.ts'

/**
 * What waits for somebody, the most pressing first, and what a person must be allowed to read for it
 * to be among theirs. Each kind has one act that clears a row of it.
 */
export const todayKinds = [
  { code: 'snapshots', access: 'needs:write' },
  { code: 'requests', access: 'needs:write' },
  { code: 'offers', access: 'pipeline:write' },
  { code: 'stuck', access: 'agreements:read' },
  { code: 'wishes', access: 'agreements:write' },
  { code: 'visions', access: 'agreements:read' },
  { code: 'check_ins', access: 'check-ins:read' },
  { code: 'promises', access: 'agreements:read' },
  { code: 'actions', access: 'check-ins:read' },
  { code: 'steps', access: 'pipeline:write' },
  { code: 'expiring', access: 'agreements:read' },
  { code: 'returns', access: 'partnerships:read' },
  { code: 'documents', access: 'compliance:read' },
  { code: 'hours', access: 'partnerships:write' },
  { code: 'seat_hours', access: 'needs:write' },
  { code: 'seat_demand', access: 'needs:write' },
  { code: 'sessions', access: 'activities:write' },
  { code: 'stories', access: 'stories:publish' },
  { code: 'links', access: 'partnerships:write' },
  { code: 'exits', access: 'partnerships:read' },
  { code: 'mismatches', access: 'organizations:write' },
  { code: 'questions', access: 'imports:write' },
  { code: 'quiet', access: 'organizations:read' },
  { code: 'gaps', access: 'needs:read' },
  { code: 'mails', access: 'outbox:read' },
] as const satisfies readonly { code: string; access: Permission }[]
export type TodayKind = (typeof todayKinds)[number]['code']

/** What a row says about itself, besides its days: the sentence is picked by it. */
export const todayStates = [
  'new',
  'draft',
  'legal',
  'risk',
  'board',
  'signatures',
  'asked',
  'overdue',
  'sign_district',
  'sign_partner',
  'ends',
  'notice',
  'submitted',
  'expires',
  'expired',
  'waits',
  'silent',
  'lapsed',
  'confirm',
  'changed',
  'paused',
  'open',
  'failed',
  'due',
  'differs',
  'offered',
  'delivered',
  'declined',
  'unsigned',
  'not_said',
  'site_school',
  'organization_duplicate',
] as const

/** An agreement or partnership that ends within so many days asks to be renewed; notice is given within so many. */
export const endingDays = 60
export const noticeDays = 30
/** What ended longer ago than this was let go on purpose. */
export const endedDays = 45
/** A document is asked for anew so many days before it ends. */
export const documentDays = 30
/** A link that was not used after so many days is asked about again; one that expired longer ago is forgotten. */
export const unansweredDays = 5
export const forgottenDays = 30
/** Both sides are reminded to confirm their vision so many days before its year is over. */
export const confirmDays = 14
/** So many of the largest gaps are shown; the gap board has them all. */
export const gapsShown = 10
/** The office looks at a snapshot nobody answered so many days before its window closes. */
export const snapshotDays = 3
/** Counted no further: beyond that it is "more than". */
export const countedUpTo = 100
