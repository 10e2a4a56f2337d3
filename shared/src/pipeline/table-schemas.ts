import * as Type from 'typebox'
import { Count, Id, Reference } from '../contract/fields.ts'
import { organizationTypes } from '../organizations/vocabulary.ts'
import { Sector } from './prospect-schemas.ts'

const Seat = Type.Enum(['at_table', 'on_the_way', 'missing'])

/** Someone of a sector at a school: by a partnership, or as a prospect. */
export const TableMember = Type.Object({
  organization: Reference,
  type: Type.Enum([...organizationTypes]),
  standing: Type.Enum(['at_table', 'on_the_way']),
  partnershipId: Type.Union([Id, Type.Null()]),
  prospectId: Type.Union([Id, Type.Null()]),
})

/** Someone of a missing sector who could be asked, and what speaks for them. */
export const Candidate = Type.Object({
  organization: Reference,
  type: Type.Enum([...organizationTypes]),
  /** Works with students of this school already (D5). */
  tiedToSchool: Type.Boolean(),
  trusted: Type.Boolean(),
  knowers: Count,
  /** Schools where it is a partner. */
  schoolCount: Count,
})
export type Candidate = Type.Static<typeof Candidate>

export const TableSeat = Type.Object({
  sector: Sector,
  core: Type.Boolean(),
  seat: Seat,
  members: Type.Array(TableMember),
  /** For sectors nobody speaks for. */
  candidates: Type.Array(Candidate),
})
export type TableSeat = Type.Static<typeof TableSeat>

export const SchoolTable = Type.Object({
  school: Reference,
  seated: Count,
  of: Count,
  seats: Type.Array(TableSeat),
})
export type SchoolTable = Type.Static<typeof SchoolTable>
