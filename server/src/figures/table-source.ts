import type { SubjectKey } from '@common-table/shared/figures/codes'

/** How the rows of a table are found, counted and dated. `t` is the table; `?` the id that is asked about. */
export interface TableSource {
  /** Which of its rows count. */
  readonly only?: string
  /** When a row last changed. */
  readonly changed: string
  /** The row's id where the audit keeps its changes. */
  readonly audited: boolean
  /** Rows of one school, partner, year…: keys that are missing narrow nothing here. */
  readonly of: Partial<Readonly<Record<SubjectKey, string>>>
  /** Rows of a reader's own schools (`?` is their ids); absent where rows belong to no school. */
  readonly own?: string
  /** Who changed a row last (`?` is the metric), where the audit keeps no row of it; `n.at` is when. */
  readonly byMetric?: string
  /** By which files its rows came in: each row says it, or the import's own change set does. */
  readonly files?: 'in-row' | 'change-set'
}

export const year =
  't.school_year_id = (select y.id from school_years y where y.district_id = t.district_id and y.label = ?)'
export const inYear = (day: string) =>
  `exists (select from school_years y where y.district_id = t.district_id and y.label = ? and ${day} between y.starts_on and y.ends_on)`
export const partnershipsOf = (condition: string, id = 't.partnership_id') =>
  `exists (select from partnerships p where p.district_id = t.district_id and p.id = ${id} and ${condition})`
export const schoolsOf = (condition: string, id = 't.partnership_id') =>
  `exists (select from partnership_schools s where s.district_id = t.district_id and s.partnership_id = ${id} and s.school_id ${condition})`
export const serviceOf = (condition: string) =>
  `exists (select from services v where v.district_id = t.district_id and v.id = t.service_id and ${condition})`

export const updated = { changed: 't.updated_at', audited: true } as const
export const ofSchool = { schoolId: 't.school_id = ?' } as const
export const ownSchool = { own: 't.school_id = any (?)' } as const
export const ofPartnership = {
  partnershipId: 't.partnership_id = ?',
  organizationId: partnershipsOf('p.organization_id = ?'),
  schoolId: schoolsOf('= ?'),
} as const
export const ownPartnership = { own: schoolsOf('= any (?)') } as const
