import * as Type from 'typebox'
import { Closed, Count, Day, Email, Id, Nullable } from '../contract/fields.ts'
import { refusalReasons } from '../contribution/evidence.ts'
import { Comparison, Study } from '../contribution/schemas.ts'
import { MetricHead } from '../outcomes/schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { evidenceLabels } from '../stories/vocabulary.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { ToldStory } from './schemas.ts'

const Category = Type.Object({ name: Type.String(), nameEs: Type.String() })

/** Sessions, not people: how often the partner came, of how often it was planned. */
const Sessions = Type.Object({
  planned: Count,
  delivered: Count,
  hours: Type.Number(),
  /** Delivered in the whole school year before; null where nothing is recorded of it. */
  before: Nullable(Count),
  toCome: Count,
  /** Their day has passed and nobody has said what came of them. */
  silent: Count,
  quarters: Type.Array(Type.Object({ label: Type.String(), planned: Count, delivered: Count })),
})

const { estimate, low, high, servedChange, similarChange, finding } = Comparison.properties
/** What schools show, made of figures that were released to everybody. */
const Span = { metric: MetricHead, before: Type.String(), after: Type.String(), schools: Count }
/** Served schools beside similar ones, where there are enough to tell a difference from chance. */
const Change = Type.Object({ ...Span, estimate, low, high, servedChange, similarChange, finding })
/** What served schools show by themselves. */
const ByThemselves = Type.Object({ ...Span, from: Type.Number(), to: Type.Number() })

/**
 * What a partner's help did, for the partner's own eyes. Nothing in it counts people but a figure the rules of suppression
 * made; what is said of outcomes rests on released figures alone. A test holds both.
 */
export const HelpDone = Type.Object({
  partnership: Type.String(),
  organization: Type.String(),
  district: Type.String(),
  schoolYear: Nullable(Type.String()),
  today: Day,
  threshold: Count,
  /** Who answers for the partnership in the district. */
  lead: Nullable(Type.String()),
  thankedOn: Nullable(Day),
  schools: Type.Array(Type.String()),
  services: Type.Array(Type.String()),
  sessions: Sessions,
  students: PublicCellSchema,
  evidence: Type.Enum(codesOf(evidenceLabels)),
  change: Nullable(Change),
  byThemselves: Nullable(ByThemselves),
  refused: Nullable(Type.Enum([...refusalReasons])),
  study: Nullable(Study),
  /** Kinds of help that are still missing at schools of the partnership, and at how many of them. */
  missing: Type.Array(Type.Object({ category: Category, schools: Count })),
  stories: Type.Array(ToldStory),
})
export type HelpDone = Type.Static<typeof HelpDone>

export const SendHelpDone = Closed({ contactId: Type.Optional(Id) })
export const SentHelpDone = Type.Object({ email: Email })
