import type { Term } from '../vocabulary/terms.ts'
import { suppressCells, thresholdFrom, withheld, type PublicCell } from './suppression.ts'
import type { Partition, RawCell } from './raw-cell.ts'

interface RuleTerm extends Term {
  /** How the figure comes about, in words. */
  readonly how: Readonly<Record<'en' | 'es', string>>
  /** In what ways it is broken down. Of people always all of them together: what one shows must not give away what another withholds. */
  readonly ways: readonly string[]
  /** Figures that stand beside it, because it could be read otherwise or rests on them. */
  readonly beside: readonly Term[]
}
/** Objectives that are computed from the district's own records, live. Source: domain C14–C16 (objectives 21 to 23), 3.1. */
export const objectiveRules = [
  {
    code: 'seats_meet_demand',
    en: 'Internship and externship seats meet demand',
    ways: ['school', 'kind', 'pathway', 'term'],
    es: 'Las plazas de pasantía y de estancia corta cubren la demanda',
    how: {
      en: 'Of all students who seek an internship or externship this school year, the share with a seat or an open one in reach. Each seat is counted once, in its own pathway and term; seats nobody seeks help nobody.',
      es: 'De todos los estudiantes que buscan una pasantía o estancia corta este año escolar, la parte con plaza o con una libre a su alcance. Cada plaza cuenta una vez, en su trayectoria y periodo; las que nadie busca no ayudan a nadie.',
    },
    beside: [],
  },
  {
    code: 'activities_build_four_cs',
    en: 'Family and community engagement builds all four Cs',
    es: 'La participación de familias y comunidad fortalece las cuatro C',
    ways: ['c', 'school', 'epstein'],
    how: {
      en: 'Of the engagement activities held this school year, the share that builds capabilities, connections, cognition and confidence in families and in staff. A C counts only with a line that says how. Read leniently, all four count for anybody.',
      es: 'De las actividades de participación realizadas este año escolar, la parte que fortalece capacidades, conexiones, convicciones y confianza en familias y en el personal. Una C cuenta solo con una línea que diga cómo. En la lectura amplia, las cuatro cuentan para cualquiera.',
    },
    beside: [
      { code: 'lenient', en: 'All four Cs, for anybody', es: 'Las cuatro C, para cualquiera' },
      { code: 'any', en: 'At least one C', es: 'Al menos una C' },
    ],
  },
  {
    code: 'families_respond_favorably',
    en: 'Families respond favorably',
    es: 'Las familias responden favorablemente',
    ways: ['school'],
    how: {
      en: 'Favorable answers of families, the top two of five, of all their valid answers: the district’s latest survey that was imported. It says little where few families answered, so the response rate stands beside it.',
      es: 'Respuestas favorables de las familias, las dos mejores de cinco, de todas sus respuestas válidas: la última encuesta del distrito que se importó. Dice poco donde pocas familias respondieron; por eso la tasa de respuesta está al lado.',
    },
    beside: [{ code: 'response_rate', en: 'Response rate', es: 'Tasa de respuesta' }],
  },
] as const satisfies readonly RuleTerm[]
export type ObjectiveRule = (typeof objectiveRules)[number]['code']

/**
 * What a rule counts, in the smallest pieces it is reported in: of so many, so many meet it. `at` says where, one value for
 * each way of breaking the figure down.
 */
export interface ObjectivePart {
  readonly at: Readonly<Record<string, string>>
  readonly of: number
  readonly met: number
}
export type ObjectiveFigure = { readonly at: Readonly<Record<string, string>>; readonly cell: PublicCell }
export interface ObjectiveFigures {
  readonly whole: PublicCell
  /** By each way alone: `groups.school` has a figure for every school. */
  readonly groups: Readonly<Record<string, readonly ObjectiveFigure[]>>
  readonly parts: readonly ObjectiveFigure[]
}

/** Of so many things, so many do. */
export interface Tally {
  readonly of: number
  readonly met: number
}
/**
 * The share of things that do something: of activities, not of people, so that no group is too small to be told. Nothing
 * to count: no figure.
 */
export const tallyCell = ({ of, met }: Tally): PublicCell =>
  suppressCells(
    [{ key: 'all', measure: 'score', value: of === 0 ? null : (100 * met) / of, n: null }],
    [],
    thresholdFrom(null),
  ).cells.get('all') ?? withheld('small_n')

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const cellOf = (key: string, parts: readonly ObjectivePart[]): RawCell => {
  const of = sum(parts.map((part) => part.of))
  return {
    key,
    // A share of what is provided, not of what people are: shown wherever the group it is for may be.
    measure: 'score',
    value: of === 0 ? null : (100 * sum(parts.map(({ met }) => met))) / of,
    n: of,
  }
}

/**
 * The figure of an objective, whole and broken down, every part screened together with the sums it belongs to: a small
 * group is withheld, and as many more as it takes that it cannot be worked out. Nobody to count: no figure.
 */
export const objectiveFigures = (
  parts: readonly ObjectivePart[],
  ways: readonly string[],
  threshold: number,
): ObjectiveFigures => {
  const groups = ways.flatMap((way) =>
    [...Map.groupBy(parts.entries(), ([, part]) => part.at[way] ?? '')].map(([value, members]) => ({
      way,
      value,
      key: `${way}/${value}`,
      members: members.map(([at]) => `${at}`),
      cell: cellOf(
        `${way}/${value}`,
        members.map(([, part]) => part),
      ),
    })),
  )
  const lines = parts.map((part, at) => cellOf(`${at}`, [part]))
  const partitions: Partition[] = [
    ...groups.map(({ key, members }) => ({ members, total: key })),
    ...ways.map((way) => ({
      members: groups.filter((group) => group.way === way).map(({ key }) => key),
      total: 'whole',
    })),
  ]
  const { cells, unprotected } = suppressCells(
    [...lines, ...groups.map(({ cell }) => cell), cellOf('whole', parts)],
    partitions,
    thresholdFrom(threshold),
  )
  const shown = (key: string): PublicCell =>
    unprotected.length > 0 && key !== 'whole'
      ? withheld('complementary')
      : (cells.get(key) ?? withheld('small_n'))
  return {
    whole: shown('whole'),
    groups: Object.fromEntries(
      ways.map((way) => [
        way,
        groups
          .filter((group) => group.way === way)
          .map(({ value, key }) => ({ at: { [way]: value }, cell: shown(key) })),
      ]),
    ),
    parts: parts.map(({ at }, line) => ({ at, cell: shown(`${line}`) })),
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
