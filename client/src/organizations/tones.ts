import type {
  OrganizationStatus,
  ServiceStatus,
  SiteStatus,
} from '@common-table/shared/organizations/vocabulary'
import type { Tone } from '../ui/StatusBadge.vue'

export const statusTones: Record<OrganizationStatus, Tone> = {
  prospect: 'info',
  active: 'success',
  inactive: 'neutral',
}
export const serviceTones: Record<ServiceStatus, Tone> = {
  active: 'success',
  inactive: 'neutral',
  defunct: 'neutral',
  'temporarily closed': 'warning',
}
export const siteTones: Record<SiteStatus, Tone> = { active: 'success', paused: 'warning', ended: 'neutral' }
