import type { TodayKind } from '@common-table/shared/today/kinds'
import type { TodayItem } from '@common-table/shared/today/schemas'

/** Where a thing that waits is dealt with. */
export const placeOf = (
  kind: TodayKind,
  { id, parentId, partnership, organization, state }: TodayItem,
): string => {
  const ofPartnership = (part: string) => `/partnerships/${partnership?.id ?? id}?part=${part}`
  const ofOrganization = (part: string) => `/organizations/${organization?.id ?? id}?part=${part}`
  switch (kind) {
    case 'snapshots':
      return `/schools/${parentId}/snapshot`
    case 'mismatches':
      return `/needs/reconciliation?school=${parentId}`
    case 'questions':
      return `/review?kind=${state}`
    case 'requests':
      return `/placing/requests/${id}`
    case 'offers':
      return '/placing/offers'
    case 'stuck':
    case 'wishes':
      return `/agreements/${id}`
    case 'visions':
      return ofPartnership('vision')
    case 'check_ins':
      return `/check-ins/${id}`
    case 'promises':
      return `/agreements/${parentId}`
    case 'actions':
      return partnership ? `/check-ins/${parentId}` : `/councils/meetings/${parentId}`
    case 'steps':
      return `/pipeline/${parentId}`
    case 'expiring':
      return parentId ? `/agreements/${id}` : `/partnerships/${id}`
    case 'returns':
    case 'exits':
      return ofPartnership('life')
    case 'documents':
      return ofOrganization('compliance')
    case 'hours':
      return ofPartnership('investment')
    case 'seat_hours':
      return `/placing/seats?view=offers&only=unsigned&open=${id}`
    case 'sessions':
      return `/outcomes/activities?silent=1&school=${id}`
    case 'stories':
      return `/outcomes/stories/${id}`
    case 'seat_demand':
      return `/schools/${id}`
    case 'links':
      return partnership ? `/partnerships/${partnership.id}` : ofOrganization('overview')
    case 'quiet':
      return ofPartnership('overview')
    case 'gaps':
      return `/needs/${id}`
    case 'mails':
      return `/admin/outbox?status=${state}&open=${id}`
  }
}
