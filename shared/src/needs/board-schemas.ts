import * as Type from 'typebox'
import { Closed, Day, Id, Nullable, Prose, Reference } from '../contract/fields.ts'
import { schoolLevels } from '../schools/schemas.ts'
import { gapStatuses } from './gap.ts'
import { NeedListed, Tier } from './schemas.ts'

const Whole = Type.Integer()
export const GapStatus = Type.Enum(gapStatuses.map(({ code }) => code))
// Places of a tuple need a type to be written out; an enumeration or a union has none.
const Step = Type.Unsafe<0 | 1 | 2 | 3 | 4>({ type: 'integer', minimum: 0, maximum: 4 })
const TierPlace = Type.Unsafe<1 | 2 | 3>({ type: 'integer', minimum: 1, maximum: 3 })
const WholeOrNothing = Type.Unsafe<number | null>({ type: ['integer', 'null'] })

/** `[id, code, name, nameEs, group]` */
const BoardCategory = Type.Tuple([Id, Type.String(), Type.String(), Type.String(), Type.String()])
/** `[id, code, name, level, area, enrolment]`: `level` counts in `levels`, `area` in `areas`. */
const BoardSchool = Type.Tuple([Id, Type.String(), Type.String(), Whole, Whole, WholeOrNothing])
/**
 * `[school, category, tier, status, step, demand, unmet, verified, paper, open needs, severity, providers, estimated]`:
 * the first two and `status` count in their lists; places throughout; `estimated` is 1 where the tier's share stands in.
 */
const BoardCell = Type.Tuple([
  Whole,
  Whole,
  TierPlace,
  Whole,
  Step,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
])
export type BoardCell = Type.Static<typeof BoardCell>

/** The gap board as arrays: thousands of cells in one answer. Cells where nothing is needed come only when asked for. */
export const GapBoard = Type.Object({
  schoolYear: Type.String(),
  asOf: Day,
  capacityFreshDays: Whole,
  overSupplyPercent: Whole,
  statuses: Type.Array(GapStatus),
  levels: Type.Array(Type.String()),
  areas: Type.Array(Type.String()),
  categories: Type.Array(BoardCategory),
  schools: Type.Array(BoardSchool),
  cells: Type.Array(BoardCell),
})
export type GapBoard = Type.Static<typeof GapBoard>

const several = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Array(schema, { maxItems: 60 }))

export const GapBoardQuery = Closed({
  /** The current one when absent. */
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
  tier: several(Type.Integer({ minimum: 1, maximum: 3 })),
  group: several(Type.String({ maxLength: 40 })),
  level: several(Type.Enum([...schoolLevels])),
  area: several(Prose(120)),
  /** Every status but `no_need` when absent. */
  status: several(GapStatus),
})
export type GapBoardQuery = Type.Static<typeof GapBoardQuery>

export const GapCellQuery = Closed({
  schoolId: Id,
  categoryId: Id,
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
})

const Gap = Type.Object({
  status: GapStatus,
  demand: Whole,
  verified: Whole,
  paper: Whole,
  served: Whole,
  unmet: Whole,
  surplus: Whole,
  unmetShare: Nullable(Type.Number()),
  step: Step,
  estimated: Type.Boolean(),
})

/** Why a service does not count as verified supply; null when it does. */
const Doubt = Nullable(Type.Enum(['no_partnership', 'no_agreement', 'never_verified', 'verified_long_ago']))

/** What stands behind one cell of the board. */
export const GapCell = Type.Object({
  school: Type.Object({ ...Reference.properties, enrolment: Nullable(Whole) }),
  category: Type.Object({ ...Reference.properties, nameEs: Type.String(), code: Type.String() }),
  schoolYear: Type.String(),
  asOf: Day,
  capacityFreshDays: Whole,
  tiers: Type.Array(
    Type.Object({
      tier: Tier,
      gap: Gap,
      /** What it would be if everything that is in force were confirmed today. */
      ifVerified: Gap,
    }),
  ),
  sufficiency: Type.Array(
    Type.Object({ tier: Tier, expected: Whole, slots: Whole, share: Nullable(Type.Number()) }),
  ),
  missingDeeperTiers: Type.Array(Tier),
  needs: Type.Array(NeedListed),
  services: Type.Array(
    Type.Object({
      siteId: Id,
      id: Id,
      name: Type.String(),
      tier: Tier,
      organization: Reference,
      capacity: Nullable(Whole),
      unit: Type.String(),
      students: Nullable(Whole),
      verifiedOn: Nullable(Day),
      doubt: Doubt,
    }),
  ),
  partnerships: Type.Array(
    Type.Object({
      ...Reference.properties,
      organization: Reference,
      stage: Type.String(),
      formality: Type.String(),
      startsOn: Nullable(Day),
      endsOn: Nullable(Day),
      inForce: Type.Boolean(),
    }),
  ),
})
export type GapCell = Type.Static<typeof GapCell>
