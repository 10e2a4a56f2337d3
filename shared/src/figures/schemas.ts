import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable } from '../contract/fields.ts'
import { figureCodes } from './codes.ts'

/** Which figure, and of what. A subject that the figure does not take is refused. */
export const FigureQuery = Closed({
  figure: Type.Enum(figureCodes),
  metricId: Type.Optional(Id),
  periodId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
  categoryId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
  objectiveId: Type.Optional(Id),
  roundId: Type.Optional(Id),
  planId: Type.Optional(Id),
  pollId: Type.Optional(Id),
  offerId: Type.Optional(Id),
  needId: Type.Optional(Id),
  releaseId: Type.Optional(Id),
  reportId: Type.Optional(Id),
  importId: Type.Optional(Id),
})
export type FigureQuery = Type.Static<typeof FigureQuery>

const Rule = Type.Object({
  /** The module below shared/src where the rule lives. */
  module: Type.String(),
  version: Type.Integer(),
  /** What is published of it; empty for a rule of this product. */
  source: Type.String(),
})
export const FigureRule = Type.Object({ figure: Type.Enum(figureCodes), rule: Rule })
export type FigureRule = Type.Static<typeof FigureRule>

const FigureFile = Type.Object({
  importId: Id,
  fileName: Type.String(),
  importedAt: Instant,
  /** Of the rows this figure reads, those the file brought. */
  rows: Type.Integer(),
})

/** Rows of one table, never people: a count of them gives no withheld figure away. */
export const FigureInput = Type.Object({
  table: Type.String(),
  rows: Type.Integer(),
  changedAt: Nullable(Instant),
  /** Told to those who work with the records. */
  changedBy: Nullable(Type.String()),
  changedId: Nullable(Id),
  /** The newest ten of `fileCount`. */
  files: Type.Array(FigureFile),
  fileCount: Type.Integer(),
})
export type FigureInput = Type.Static<typeof FigureInput>

export const FigureExplanation = Type.Object({
  figure: Type.Enum(figureCodes),
  rule: Rule,
  inputs: Type.Array(FigureInput),
  settings: Type.Array(
    Type.Object({ code: Type.String(), value: Type.Number(), asOf: Nullable(Type.String()) }),
  ),
  /** A metric says itself what is counted over what. */
  metric: Nullable(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEs: Type.String(),
      numerator: Type.String(),
      denominator: Type.String(),
      source: Type.String(),
      owner: Type.String(),
      version: Type.Integer(),
    }),
  ),
  /** When what is shown was last made from the rows; null where it is made at each look. */
  computedAt: Nullable(Instant),
  /** Of the figures behind this one, those withheld to protect people; null where none can be. */
  withheld: Nullable(Type.Integer()),
  /** The rows counted here are of the reader's own schools; the figure counts all. */
  ownSchoolsOnly: Type.Boolean(),
})
export type FigureExplanation = Type.Static<typeof FigureExplanation>
