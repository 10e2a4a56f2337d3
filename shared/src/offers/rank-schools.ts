import { equityTiers, type EquityTier } from '../equity/equity-tiers.ts'
import { reasonTerms, type ReasonCode } from './vocabulary.ts'

/** An offer as far as the choice of a school is concerned. Empty lists: no limit is known. */
export type OfferedHelp = {
  readonly grades: readonly string[]
  readonly languages: readonly string[]
  readonly wantedSchoolIds: readonly string[]
  /** Places that are still free; null where nobody has said how many. */
  readonly seats: number | null
}

/** A school with an open gap in the kind of help and tier that is offered. */
export type SchoolInNeed = {
  readonly schoolId: string
  readonly name: string
  readonly grades: readonly string[]
  readonly equityTier: EquityTier | null
  /** Students of the gap board's cell, and of those the ones nobody serves. */
  readonly demand: number
  readonly unmet: number
  /** The weightiest open need, 0 where none is recorded any more. */
  readonly severity: number
  /** From the nearest place of the organization; null where either place is unknown. */
  readonly metres: number | null
  /** The organization has a service or partnership there. */
  readonly worksThere: boolean
  /** A need there is said to be of English learners or newcomers. */
  readonly otherLanguages: boolean
}

export type RankedReason = { readonly code: ReasonCode; readonly points: number; readonly of: number }
export type RankedSchool = {
  readonly schoolId: string
  readonly score: number
  readonly reasons: readonly RankedReason[]
  /** Places the school could use of those that are free. */
  readonly students: number
}

/** Beyond this way a school gets no points for being near. */
export const FAR_METRES = 15_000

const weightOf = new Map(reasonTerms.map(({ code, of }) => [code as ReasonCode, of]))

/** A tier's share of the equity points: Highest all, Lowest none; an unranked school stands in the middle. */
export const equityShare = (tier: EquityTier | null): number => {
  const at = equityTiers.findIndex(({ code }) => code === tier)
  return at < 0 ? 0.5 : 1 - at / (equityTiers.length - 1)
}

/** The share of the offer's grades that the school has; unknown grades on either side speak neither way. */
export const gradeShare = (offered: readonly string[], taught: readonly string[]): number =>
  offered.length === 0 || taught.length === 0
    ? 1
    : offered.filter((grade) => taught.includes(grade)).length / offered.length

const shares = (help: OfferedHelp, school: SchoolInNeed): Record<ReasonCode, number> => ({
  need: school.demand > 0 ? (school.unmet / school.demand) * (Math.max(1, school.severity) / 5) : 0,
  equity: equityShare(school.equityTier),
  grades: gradeShare(help.grades, school.grades),
  distance: school.metres === null ? 0.5 : Math.max(0, 1 - school.metres / FAR_METRES),
  wish: help.wantedSchoolIds.includes(school.schoolId) ? 1 : 0,
  relation: school.worksThere ? 1 : 0,
  language: school.otherLanguages && help.languages.some((language) => language !== 'en') ? 1 : 0,
})

/**
 * Schools for an offer of help, the one with the best reasons first (domain 5.4). Need counts most and equity next, so
 * that neither being near nor being known outweighs them (domain 1.2: partners flow to the well-connected). A school
 * without an open gap, or with none of the offer's grades, is not among them. Points are whole tenths, so that the sum
 * a person does by hand is the score.
 */
export const rankSchools = (help: OfferedHelp, schools: readonly SchoolInNeed[]): RankedSchool[] =>
  schools
    .filter((school) => school.unmet > 0 && gradeShare(help.grades, school.grades) > 0)
    .map((school) => {
      const of = shares(help, school)
      const tenths = reasonTerms.map(({ code }) => Math.round(10 * weightOf.get(code)! * of[code]))
      return {
        name: school.name,
        schoolId: school.schoolId,
        score: tenths.reduce((sum, points) => sum + points, 0) / 10,
        reasons: reasonTerms.map((term, at) => ({
          code: term.code,
          points: tenths[at]! / 10,
          of: term.of,
        })),
        students: help.seats === null ? school.unmet : Math.min(help.seats, school.unmet),
      }
    })
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name) || (a.schoolId < b.schoolId ? -1 : 1))
    .map(({ name: _, ...ranked }) => ranked)

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
