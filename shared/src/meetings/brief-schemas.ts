import * as Type from 'typebox'
import { Day, Id, Nullable } from '../contract/fields.ts'
import { contributionUnits } from '../investments/vocabulary.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { sideTerms } from '../vocabulary/sides.ts'

const Side = Type.Enum(codesOf(sideTerms))

/** What both leads read before they meet. It holds figures that were screened, and no others. */
export const Brief = Type.Object({
  goals: Type.Array(Type.Object({ title: Type.String(), words: Type.String() })),
  /** Where the goals come from: the vision both sides agreed on, else the priorities the partnership serves. */
  goalsFrom: Type.Enum(['vision', 'priorities', 'none']),
  statement: Type.String(),
  lastMet: Nullable(Day),
  lastActions: Type.Array(
    Type.Object({
      id: Id,
      what: Type.String(),
      side: Side,
      owner: Type.String(),
      dueOn: Day,
      doneOn: Nullable(Day),
      overdue: Type.Boolean(),
    }),
  ),
  /** Promises of agreements that are overdue, or due before the next check-in. */
  promises: Type.Array(
    Type.Object({
      id: Id,
      side: Side,
      what: Type.String(),
      dueOn: Day,
      status: Type.Enum(['open', 'kept', 'late', 'missed', 'waived', 'void']),
      overdue: Type.Boolean(),
    }),
  ),
  /** Planned and delivered by service and school, where a site says how many students it is for and how many came. */
  delivery: Type.Array(
    Type.Object({
      service: Type.String(),
      place: Type.String(),
      unit: Type.String(),
      planned: Nullable(Type.Integer()),
      delivered: Nullable(Type.Integer()),
    }),
  ),
  /** Sessions held of those planned this school year up to today, by service, with fidelity (domain A13). */
  sessions: Type.Array(
    Type.Object({
      service: Type.String(),
      due: Type.Integer(),
      delivered: Type.Integer(),
      percent: Nullable(Type.Number()),
    }),
  ),
  /** What each side promised to put in this school year, and what came so far (the investment ledger). */
  contributions: Type.Array(
    Type.Object({
      id: Id,
      side: Side,
      title: Type.String(),
      unit: Type.Enum(codesOf(contributionUnits)),
      planned: Type.Number(),
      delivered: Type.Number(),
    }),
  ),
  /** Figures that the vision names as its outcomes: the school's own where there is one school, else the district's. */
  metrics: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      nameEs: Type.String(),
      unit: Type.String(),
      decimals: Type.Integer(),
      direction: Type.String(),
      of: Type.Enum(['school', 'district']),
      target: Type.String(),
      series: Type.Array(Type.Object({ period: Type.String(), cell: PublicCellSchema })),
    }),
  ),
  documents: Type.Array(
    Type.Object({ id: Id, kind: Type.String(), expiresOn: Day, expired: Type.Boolean() }),
  ),
  /** Open needs of its schools in what it is about: where help is still missing. */
  needs: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      school: Type.String(),
      severity: Type.Integer(),
      students: Nullable(Type.Integer()),
    }),
  ),
  openNeeds: Type.Integer(),
})
export type Brief = Type.Static<typeof Brief>
