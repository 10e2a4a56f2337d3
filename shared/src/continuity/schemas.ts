import * as Type from 'typebox'
import {
  Closed,
  Day,
  Id,
  Instant,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { Letter } from '../letters/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { holderRoles } from './roles.ts'

const Role = Type.Enum(codesOf(holderRoles))
const PersonKind = Type.Enum(['user', 'contact'])
const Stage = Type.String()

/** Who a partnership counts on, both sides and each school. */
export const Holders = Type.Object({
  lead: Nullable(Reference),
  backup: Nullable(Reference),
  partnerLead: Nullable(Reference),
  partnerBackup: Nullable(Reference),
  schools: Type.Array(Type.Object({ ...Reference.properties, liaison: Nullable(Reference) })),
  people: Type.Array(Reference),
  contacts: Type.Array(Reference),
  openTasks: Type.Array(Type.Object({ id: Id, dueOn: Day, owner: Nullable(Reference), departureId: Id })),
  version: Version,
})
export type Holders = Type.Static<typeof Holders>

export const HoldersChange = Type.Partial(
  Closed({
    leadUserId: Nullable(Id),
    backupUserId: Nullable(Id),
    partnerLeadId: Nullable(Id),
    partnerBackupId: Nullable(Id),
    liaisons: Type.Array(Closed({ schoolId: Id, userId: Nullable(Id) }), { maxItems: 2500 }),
  }),
  { additionalProperties: false },
)
export type HoldersChange = Type.Static<typeof HoldersChange>

/** Someone of the district who may hold partnerships. */
export const StaffMember = Type.Object({ ...Reference.properties, title: Type.String(), role: Type.String() })
export type StaffMember = Type.Static<typeof StaffMember>

/** A partnership at work that counts on nobody in some role. */
export const OwnerGap = Type.Object({
  partnership: Reference,
  organization: Reference,
  stage: Stage,
  missing: Type.Array(Role),
  schoolsWithoutLiaison: Type.Integer(),
  studentsReached: Nullable(Type.Integer()),
})
export type OwnerGap = Type.Static<typeof OwnerGap>

export const GapFilter = Closed({ ...pageQuery, role: Type.Optional(Role) })

export const PersonHolding = Type.Object({
  partnership: Reference,
  organization: Reference,
  stage: Stage,
  role: Role,
  school: Nullable(Reference),
  studentsReached: Nullable(Type.Integer()),
  /** The second person, or who stands nearest. */
  suggested: Nullable(Id),
})
export type PersonHolding = Type.Static<typeof PersonHolding>

export const Holdings = Type.Object({
  person: Type.Object({ kind: PersonKind, ...Reference.properties, title: Type.String() }),
  /** Who may take over, of the same side. */
  candidates: Type.Array(Type.Object({ ...Reference.properties, title: Type.String() })),
  items: Type.Array(PersonHolding),
})
export type Holdings = Type.Static<typeof Holdings>

export const NewDeparture = Closed({
  personKind: PersonKind,
  personId: Id,
  lastDay: Day,
  note: Type.Optional(Prose(2000)),
  moves: Type.Array(
    Closed({ partnershipId: Id, role: Role, schoolId: Type.Optional(Nullable(Id)), toId: Id }),
    { maxItems: 5000 },
  ),
})
export type NewDeparture = Type.Static<typeof NewDeparture>

export const DepartureItem = Type.Object({
  id: Id,
  personName: Type.String(),
  lastDay: Day,
  partnerships: Type.Integer(),
  openTasks: Type.Integer(),
  createdByName: Type.String(),
})
export type DepartureItem = Type.Static<typeof DepartureItem>

/** The handover pack: for each partnership what it is, who takes over, the latest events, both letters and the task. */
export const Departure = Type.Object({
  id: Id,
  personKind: PersonKind,
  personName: Type.String(),
  personTitle: Type.String(),
  lastDay: Day,
  note: Type.String(),
  createdByName: Type.String(),
  createdAt: Instant,
  partnerships: Type.Array(
    Type.Object({
      ...Reference.properties,
      organization: Reference,
      stage: Stage,
      summary: Type.String(),
      mutualBenefit: Type.String(),
      studentsReached: Nullable(Type.Integer()),
      endsOn: Nullable(Day),
      schools: Type.Array(Type.String()),
      partnerLead: Nullable(Type.Object({ name: Type.String(), email: Type.String(), phone: Type.String() })),
      moves: Type.Array(
        Type.Object({ role: Role, schoolName: Nullable(Type.String()), toName: Type.String() }),
      ),
      events: Type.Array(Type.Object({ happenedOn: Day, kind: Type.String(), body: Type.String() })),
      letters: Type.Array(Letter),
      task: Nullable(
        Type.Object({
          id: Id,
          dueOn: Day,
          ownerName: Nullable(Type.String()),
          doneAt: Nullable(Instant),
          doneByName: Nullable(Type.String()),
        }),
      ),
    }),
  ),
})
export type Departure = Type.Static<typeof Departure>
