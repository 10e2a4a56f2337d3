import type { InTwoLanguages } from '../vocabulary/terms.ts'
import { categoryGroups, type Pillar } from './category-groups.ts'
import { categoryNames } from './category-names.ts'
import { categoryRows, type CategoryCode } from './category-rows.ts'
import { synonymsOf } from './category-synonyms.ts'
import { openEligibility, type OpenEligibilityTerm } from './open-eligibility.ts'

type Row = (typeof categoryRows)[number]

/** A kind of help: what is needed and what is offered are said in the same words. */
export type Category = {
  readonly code: CategoryCode
  readonly group: Row['group']
  readonly name: InTwoLanguages
  readonly tiers: Row['tiers']
  readonly unit: Row['unit']
  readonly pillar: Pillar
  readonly airs: string
  readonly openEligibility: readonly OpenEligibilityTerm[]
  readonly synonyms: readonly string[]
}

/** Every kind of help a district starts with, in the order of its lists and of the gap board. */
export const categories: readonly Category[] = categoryRows.map((row) => ({
  ...row,
  pillar: 'pillar' in row ? row.pillar : categoryGroups.find(({ code }) => code === row.group)!.pillar,
  name: categoryNames[row.code],
  openEligibility: openEligibility[row.code],
  synonyms: synonymsOf(row.code),
}))

const byCode = new Map<string, Category>(categories.map((category) => [category.code, category]))
export const categoryOf = (code: string): Category | undefined => byCode.get(code)

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string) => plain(text).split(/[^\p{L}\p{N}]+/u)

/**
 * Kinds of help that match what someone typed, best first: by name, then by the words people use for it. Accents and
 * case do not matter, and the last word may be unfinished.
 */
export const findCategories = (typed: string): Category[] => {
  const asked = words(typed).filter(Boolean)
  if (asked.length === 0) return []
  const holds = (text: string) => {
    const present = words(text)
    return asked.every((word, at) =>
      present.some((other) => (at === asked.length - 1 ? other.startsWith(word) : other === word)),
    )
  }
  const ranked = categories.flatMap((category) => {
    if ([category.name.en, category.name.es].some(holds)) return [{ category, rank: 0 }]
    return category.synonyms.some(holds) ? [{ category, rank: 1 }] : []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ category }) => category)
}
