import { studentGroups } from '../../outcomes/student-groups.ts'
import type { ImportField, KnownMetric } from './kind.ts'

/** What publishers call a group in the header of a column of counts, where it differs from the group's own name. */
const words: Readonly<Record<string, readonly string[]>> = {
  native_american: ['native american', 'american indian', 'american indian alaska native'],
  asian: ['asian'],
  black: ['black', 'african american', 'black african american'],
  hispanic: ['hispanic', 'latino', 'hispanic latino'],
  pacific_islander: ['pacific islander', 'native hawaiian pacific islander'],
  white: ['white'],
  multiracial: [
    'multi racial',
    'multiracial',
    'two or more races',
    'multiple race categories not represented',
    'multi racial categories not represented',
  ],
  female: ['female', 'girls'],
  male: ['male', 'boys'],
  nonbinary: ['nonbinary', 'non binary', 'neither female nor male'],
}

/** Groups a directory counts in columns of their own, beside its enrollment. Other groups are rates of their own. */
const counted = studentGroups.filter(({ dimension }) => dimension === 'race' || dimension === 'gender')

const metricCode = 'enrolment'
const keyOf = (group: string): string => `value:${metricCode}@${group}`

/** The columns in which a school directory counts its students by race and gender: whole numbers, never shares. */
export const groupFields = (metrics: readonly KnownMetric[]): ImportField[] => {
  const metric = metrics.find(({ code }) => code === metricCode)
  if (metric === undefined) return []
  return counted.map(({ code, name }) => ({
    key: keyOf(code),
    label: { en: `${metric.name.en}: ${name.en}`, es: `${metric.name.es}: ${name.es}` },
    synonyms: [...words[code]!, name.en, name.es].flatMap((word) => [
      `# ${word}`,
      `n ${word}`,
      `${word} students`,
      `${word} count`,
      `enrollment ${word}`,
    ]),
    shape: 'integer',
    part: 'figures',
  }))
}

/** Of which group a column counts the students; undefined for every other field. */
export const groupOf = (key: string): string | undefined =>
  counted.find(({ code }) => keyOf(code) === key)?.code

/** What is counted in the columns of groups. */
export const metricOfGroups = (metrics: readonly KnownMetric[]): KnownMetric | undefined =>
  metrics.find(({ code }) => code === metricCode)
