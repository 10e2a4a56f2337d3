import { addDays } from '@common-table/shared/calendar/dates'

/** How far ahead the list of ending documents looks: as far as any district may warn. */
const ahead = 90

/** Which approved documents "expiring" and "expired" mean, as days for the list. */
export const endingFilters = (show: 'expiring' | 'expired', today: string) =>
  show === 'expiring' ? { from: today, before: addDays(today, ahead) } : { before: today }
