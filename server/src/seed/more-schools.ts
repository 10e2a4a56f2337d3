import type { NewSchool, SchoolLevel } from '@common-table/shared/schools/schemas'
import type { Chance } from './chance.ts'
import { demoSchools, gradesOfLevel } from './demo-schools.ts'

const firsts = [
  'Maple',
  'Prairie',
  'Stone',
  'Lark',
  'Juniper',
  'Copper',
  'Heron',
  'Aspen',
  'Quarry',
  'Meadow',
  'Summit',
  'Lantern',
  'Foundry',
  'Harvest',
  'Bluff',
  'Cardinal',
]
const seconds = [
  'Ridge',
  'Grove',
  'Landing',
  'Park',
  'Crossing',
  'Heights',
  'Lake',
  'Valley',
  'Point',
  'Field',
  'Hollow',
  'Square',
]
const areas = [
  'Downtown',
  'Eastgate',
  'Mill Creek',
  'Cedar Hill',
  'Northfields',
  'Quarry Side',
  'Lakeshore',
  'Old Town',
]
// Roughly how the levels of US public schools share out (NCES Common Core of Data).
const levels: SchoolLevel[] = [
  'elementary',
  'elementary',
  'elementary',
  'elementary',
  'elementary',
  'middle',
  'middle',
  'high',
  'high',
  'k8',
  'secondary',
  'early_childhood',
]
const nouns: Record<SchoolLevel, string> = {
  early_childhood: 'Early Learning Center',
  elementary: 'Elementary School',
  k8: 'K–8 School',
  middle: 'Middle School',
  secondary: 'Secondary School',
  high: 'High School',
  k12: 'School',
  other: 'Academy',
}
const sizes: Partial<Record<SchoolLevel, [number, number]>> = {
  high: [500, 2200],
  middle: [300, 1100],
  early_childhood: [40, 160],
}

/** As many schools as asked for: those of the demo first, then ones made up in the same way on every run. */
export const schoolsUpTo = (count: number, chance: Chance): NewSchool[] => {
  const made = Array.from({ length: Math.max(0, count - demoSchools.length) }, (_, at): NewSchool => {
    const level = chance.pick(levels)
    const [least, most] = sizes[level] ?? [180, 800]
    const place = `${firsts[at % firsts.length]} ${seconds[Math.floor(at / firsts.length) % seconds.length]}`
    const round = Math.floor(at / (firsts.length * seconds.length))
    return {
      code: String(1001 + at),
      name: `${place} ${round > 0 ? `No. ${round + 1} ` : ''}${nouns[level]}`,
      level,
      area: chance.pick(areas),
      enrolment: chance.whole(least, most),
      grades: gradesOfLevel(level),
      city: 'Riverbend',
      state: 'IA',
      latitude: Number((41.386 + (chance.next() - 0.5) * 0.4).toFixed(4)),
      longitude: Number((-91.172 + (chance.next() - 0.5) * 0.5).toFixed(4)),
      communitySchool: chance.next() < 0.15,
      kind: chance.next() < 0.08 ? 'charter' : 'regular',
    }
  })
  return [...demoSchools.slice(0, count), ...made]
}
