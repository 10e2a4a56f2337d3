import { metresBetween } from './geography.ts'
import type { IndexedSchool, SchoolIndex } from './school-index.ts'
import { compareSchoolNames } from './school-words.ts'
import type { SiteReading } from './site-reading.ts'
import { compareStreets } from './street.ts'
import { foldText } from './text.ts'

export type SiteReason =
  | 'code_cited'
  | 'number_in_name'
  | 'number_in_code'
  | 'other_number'
  | 'name_agrees'
  | 'name_partly_agrees'
  | 'name_differs'
  | 'level_agrees'
  | 'level_differs'
  | 'area_agrees'
  | 'area_differs'
  | 'same_address'
  | 'same_street'
  | 'address_differs'
  | 'near'
  | 'far'
  | 'implausible_coordinates'
  | 'several_fit'
  | 'several_in_building'

/** How strongly a site speaks for one school: log-odds, the reasons that made them, and whether they name the school. */
export type Evidence = { logit: number; reasons: SiteReason[]; named: boolean }

// Log-odds. Set on New York's 2011 after-school sites against its school list, where 100 random matches were read one by one.
const prior = -4
// Without its number, its code or its own name a school is never more than likely: what is in its building need not be it.
const unnamedCap = 0.8

type Vote = [SiteReason | undefined, number]

const numberVote = (site: SiteReading, school: IndexedSchool): Vote => {
  if (site.codes.includes(foldText(school.record.code))) return ['code_cited', 7]
  if (school.tail !== '' && site.codes.includes(school.tail)) return ['code_cited', 5.5]
  if (site.numbers.length === 0) return [undefined, 0]
  if (school.nameNumbers.some((number) => site.numbers.includes(number))) return ['number_in_name', 5]
  if (
    school.nameNumbers.length === 0 &&
    school.codeNumber !== undefined &&
    site.numbers.includes(school.codeNumber)
  )
    return ['number_in_code', 3]
  return school.nameNumbers.length > 0 ? ['other_number', -6] : [undefined, -1.5]
}

// Words for a kind of school, which any name may hold.
const kindWords = new Set(['high', 'secondary', 'academy', 'preparatory', 'charter', 'technical', 'public'])

type NameVote = { vote: Vote; agrees: boolean; fully: boolean }

const nameVote = (
  site: SiteReading,
  school: IndexedSchool,
  index: SchoolIndex,
  numbered: boolean,
): NameVote => {
  if (site.words.length === 0 || school.words.length === 0)
    return { vote: [undefined, 0], agrees: false, fully: false }
  const cut = site.cutOff || school.cutOff
  const alike = compareSchoolNames(site.words, school.words, index.rarity, cut)
  const agrees = alike.site >= 0.75
  const reason = agrees ? 'name_agrees' : alike.site >= 0.4 ? 'name_partly_agrees' : 'name_differs'
  if (numbered)
    return {
      vote: [reason, agrees ? 3 : alike.site >= 0.4 || alike.school >= 0.75 ? 1.5 : -1],
      agrees,
      fully: false,
    }
  if (alike.site < 0.4)
    return { vote: site.soundsLikeSchool ? [reason, -1.5] : [undefined, 0], agrees, fully: false }
  // "Lafayette HS" is not the International School at Lafayette: a campus is named, not the school on it.
  const called = site.words.filter((word) => !kindWords.has(word))
  const campusOnly =
    school.ownWords !== undefined &&
    called.length > 0 &&
    compareSchoolNames(called, school.ownWords, index.rarity, cut).site < 0.3
  const weight = 6 * (alike.site - 0.5) + 2.5 * alike.school
  // A neighbourhood's name in both ("Sunset Park Center") says nothing unless the site sounds like a school or agrees fully.
  const share = site.soundsLikeSchool ? 1 : agrees ? 0.5 : 0
  const fully = alike.site >= 0.9 && alike.school >= 0.95 && school.nameNumbers.length === 0
  return { vote: [reason, weight * share], agrees: agrees && !campusOnly, fully }
}

const levelVote = (site: SiteReading, school: IndexedSchool): Vote => {
  if (site.levels.length === 0 || school.levels.length === 0) return [undefined, 0]
  return site.levels.some((level) => school.levels.includes(level))
    ? ['level_agrees', 1]
    : ['level_differs', -3]
}

const areaVote = (site: SiteReading, school: IndexedSchool): Vote => {
  if (site.area === '' || school.area === '') return [undefined, 0]
  return site.area === school.area ? ['area_agrees', 1.5] : ['area_differs', -4]
}

const addressVote = (site: SiteReading, school: IndexedSchool): Vote => {
  const likeness = compareStreets(site.street, school.street)
  // Without coordinates beside it, the address carries their weight too.
  if (likeness === 'same')
    return ['same_address', site.point === undefined || school.point === undefined ? 5 : 3]
  if (likeness === 'same_street') return ['same_street', 1]
  return likeness === 'different' ? ['address_differs', -0.5] : [undefined, 0]
}

const distanceVote = (site: SiteReading, school: IndexedSchool): Vote => {
  if (site.point === undefined || school.point === undefined) return [undefined, 0]
  const metres = metresBetween(site.point, school.point)
  if (metres <= 150) return ['near', 3]
  if (metres <= 400) return ['near', 2]
  if (metres <= 1000) return [undefined, 0.5]
  return metres <= 2500 ? ['far', -1] : ['far', -2.5]
}

/** Weighs everything a site says for or against one school. */
export const weigh = (site: SiteReading, school: IndexedSchool, index: SchoolIndex): Evidence => {
  const number = numberVote(site, school)
  const numbered = number[1] > 0
  const name = nameVote(site, school, index, numbered)
  const address = addressVote(site, school)
  const votes = [
    number,
    name.vote,
    levelVote(site, school),
    areaVote(site, school),
    address,
    distanceVote(site, school),
  ]
  const sounds = site.soundsLikeSchool || name.fully || address[0] === 'same_address'
  const named = numbered || (site.numbers.length === 0 && name.agrees && sounds)
  const sum =
    votes.reduce((total, [, weight]) => total + weight, prior) - (site.soundsLikeSchool || named ? 0 : 2)
  return {
    logit: named || sum <= unnamedCap ? sum : unnamedCap + (sum - unnamedCap) / 20,
    reasons: votes.flatMap(([reason]) => reason ?? []),
    named,
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
