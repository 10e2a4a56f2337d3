import { levelsOfGrades, parseDesignations, type Level } from './designation.ts'
import { boundsAround, pointOf, type Bounds, type Point } from './geography.ts'
import { rarityAmong, tellingWords, type Rarity } from './school-words.ts'
import { parseStreet, type Street } from './street.ts'
import { foldText } from './text.ts'
import { trigramOverlap, trigramSimilarity, trigramsOf } from './trigrams.ts'

/** A school of the district as its list gives it; `area` is a borough, town or other part the district names. */
export type SchoolRecord = {
  id: string
  code: string
  name: string
  area?: string | undefined
  address?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
  grades?: readonly string[] | undefined
}

export type IndexedSchool = {
  record: SchoolRecord
  area: string
  levels: Level[]
  nameNumbers: number[]
  codeNumber: number | undefined
  /** Letter and number at the end of the code, as "m015" of "01M015". */
  tail: string
  words: string[]
  /** The words before "at", where a name ends in that of its campus. */
  ownWords: string[] | undefined
  /** The list gives names at a fixed width, and this one fills it. */
  cutOff: boolean
  street: Street | undefined
  point: Point | undefined
}

export type SchoolIndex = {
  schools: IndexedSchool[]
  byNumber: ReadonlyMap<number, IndexedSchool[]>
  byCode: ReadonlyMap<string, IndexedSchool[]>
  byWord: ReadonlyMap<string, IndexedSchool[]>
  byStreet: ReadonlyMap<string, IndexedSchool[]>
  byCell: ReadonlyMap<string, IndexedSchool[]>
  letters: ReadonlyMap<string, string>
  rarity: Rarity
  bounds: Bounds | undefined
  /** Words of school names that begin with, or are spelt much like, a word no school has. */
  similarWords: (word: string) => string[]
  areaOf: (written: string | undefined) => string
}

/** District knowledge that no school record holds: other names of its areas, and the box its places lie in. */
export type IndexOptions = { areaAliases?: Readonly<Record<string, string>>; bounds?: Bounds }

const indexed = (record: SchoolRecord, width: number): IndexedSchool => {
  const code = /([a-z])(\d{1,4})$/.exec(foldText(record.code))
  const at = record.name.search(/\s(?:at|@)\s/i)
  const numbers = parseDesignations(record.name).flatMap((designation) => designation.numbers)
  return {
    record,
    area: foldText(record.area ?? ''),
    levels: levelsOfGrades(record.grades ?? []),
    nameNumbers: [...new Set(numbers)],
    codeNumber: code === null ? undefined : Number(code[2]),
    tail: code === null ? '' : `${code[1]}${Number(code[2])}`,
    words: tellingWords(record.name),
    ownWords: at > 0 ? tellingWords(record.name.slice(0, at)) : undefined,
    cutOff: record.name.length === width,
    street: parseStreet(record.address ?? ''),
    point: pointOf(record.latitude, record.longitude),
  }
}

/** The cell of a grid of 0.005 degrees, 400 to 550 metres in the United States. */
export const cellOf = (point: Point, down = 0, right = 0): string =>
  `${Math.floor(point.latitude / 0.005) + down} ${Math.floor(point.longitude / 0.005) + right}`

const group = <K>(
  schools: readonly IndexedSchool[],
  keysOf: (school: IndexedSchool) => readonly K[],
): Map<K, IndexedSchool[]> => {
  const groups = new Map<K, IndexedSchool[]>()
  for (const school of schools)
    for (const key of new Set(keysOf(school))) {
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [school])
      else known.push(school)
    }
  return groups
}

/** A letter that stands for one area in the codes of at least nine schools in ten: New York's "M" for Manhattan. */
const lettersOf = (schools: readonly IndexedSchool[]): Map<string, string> => {
  const letters = new Map<string, string>()
  for (const [letter, members] of group(schools, (school) =>
    school.tail === '' ? [] : [school.tail.charAt(0)],
  )) {
    const areas = group(members, (school) => [school.area])
    for (const [area, some] of areas)
      if (area !== '' && some.length >= members.length * 0.9) letters.set(letter, area)
  }
  return letters
}

const areaReader = (schools: readonly IndexedSchool[], aliases: Readonly<Record<string, string>>) => {
  const areas = new Set(schools.map((school) => school.area).filter(Boolean))
  const known = new Map(Object.entries(aliases).map(([alias, area]) => [foldText(alias), foldText(area)]))
  const answers = new Map<string, string>()
  const read = (text: string): string => {
    if (areas.has(text)) return text
    const alias = known.get(text)
    if (alias !== undefined) return alias
    // One slip of the pen ("Brookyn"), never a guess between two areas.
    const near = [...areas].filter((area) => trigramSimilarity(area, text) >= 0.5)
    return near.length === 1 ? (near[0] ?? '') : ''
  }
  return (written: string | undefined): string => {
    const text = foldText(written ?? '')
    const answer = answers.get(text) ?? read(text)
    answers.set(text, answer)
    return answer
  }
}

const vocabularyReader = (vocabulary: readonly string[]) => {
  const answers = new Map<string, string[]>()
  const trigrams = vocabulary.map((word) => ({ word, trigrams: trigramsOf(word) }))
  return (word: string): string[] => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const own = trigramsOf(word)
    const near = trigrams.filter(
      (other) => other.word.startsWith(word) || trigramOverlap(own, other.trigrams) >= 0.45,
    )
    const answer = near.slice(0, 20).map((other) => other.word)
    answers.set(word, answer)
    return answer
  }
}

/** Makes a district's schools ready to be found by number, code, word and place; build once, match many sites. */
export const buildSchoolIndex = (
  records: readonly SchoolRecord[],
  options: IndexOptions = {},
): SchoolIndex => {
  const width = Math.max(0, ...records.map((record) => record.name.length))
  const schools = records.map((record) => indexed(record, width))
  const byWord = group(schools, (school) => school.words)
  const points = schools.flatMap((school) => school.point ?? [])
  return {
    schools,
    byNumber: group(schools, (school) => [
      ...school.nameNumbers,
      ...(school.codeNumber === undefined ? [] : [school.codeNumber]),
    ]),
    byCode: group(schools, (school) => [
      foldText(school.record.code),
      ...(school.tail === '' ? [] : [school.tail]),
    ]),
    byWord,
    similarWords: vocabularyReader([...byWord.keys()]),
    byStreet: group(schools, (school) =>
      school.street === undefined ? [] : [`${school.street.house} ${school.street.street}`],
    ),
    byCell: group(schools, (school) => (school.point === undefined ? [] : [cellOf(school.point)])),
    letters: lettersOf(schools),
    rarity: rarityAmong(schools.map((school) => school.words)),
    bounds: options.bounds ?? boundsAround(points),
    areaOf: areaReader(schools, options.areaAliases ?? {}),
  }
}
