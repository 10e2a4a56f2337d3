/** A school says who is there. `organizationId` is null where the district does not know the name. */
export interface SchoolWord {
  schoolId: string
  organizationId: string | null
  name: string
  present: boolean
  by: string
  at: string
}
/** A partner says where a program is, and with how many seats; null seats say nothing. */
export interface PartnerWord {
  schoolId: string
  organizationId: string
  serviceId: string
  present: boolean
  maximum: number | null
  available: number | null
  by: string
  at: string
}
/** The record says that a program is at a school; without a program it is a partnership in force that names the school. */
export interface RecordLine {
  schoolId: string
  organizationId: string
  serviceId: string | null
  maximum: number | null
  available: number | null
}
export interface TwoSides {
  schools: readonly SchoolWord[]
  partners: readonly PartnerWord[]
  record: readonly RecordLine[]
  /** Grades of schools and programs, by id; empty or missing where nobody said. */
  grades: Readonly<Record<string, readonly string[]>>
}

export const mismatchKinds = ['presence', 'program', 'seats', 'grades', 'unknown'] as const
export type MismatchKind = (typeof mismatchKinds)[number]

interface Seats {
  maximum: number | null
  available: number | null
}
export interface Voice {
  present?: boolean
  seats?: Seats
  grades?: readonly string[]
  /** Programs it speaks of, by id. */
  services?: readonly string[]
  by?: string
  at?: string
}
/** One difference, with each side's words; null where a side is silent. */
export interface Mismatch {
  kind: MismatchKind
  schoolId: string
  organizationId: string | null
  serviceId: string | null
  name: string
  says: { school: Voice | null; partner: Voice | null; record: Voice | null }
}

const byPlace = <T extends { schoolId: string; organizationId: string | null }>(
  lines: readonly T[],
): Map<string, T[]> => Map.groupBy(lines, ({ schoolId, organizationId }) => `${schoolId}/${organizationId}`)

const latest = (words: readonly { by: string; at: string }[]): { by: string; at: string } => {
  const { by, at } = words.reduce((one, other) => (other.at > one.at ? other : one))
  return { by, at }
}
const programsIn = (lines: readonly { serviceId: string | null }[]): string[] =>
  lines.flatMap(({ serviceId }) => serviceId ?? []).sort()

/**
 * Every difference between what schools say, what partners say and the record (domain 5.1), each once. Who is silent
 * differs from nobody. A pair of school and partner is compared first; only where it agrees are the programs, and only
 * where a program is agreed on its seats. Grades are compared wherever the partner or the record puts a program it spoke of.
 */
export const mismatchesOf = ({ schools, partners, record, grades }: TwoSides): Mismatch[] => {
  const bySchool = byPlace(schools.filter(({ organizationId }) => organizationId !== null))
  const byPartner = byPlace(partners)
  const recorded = byPlace(record)
  const unknown = schools.filter(({ organizationId, present }) => organizationId === null && present)
  return [
    ...[...new Set([...bySchool.keys(), ...byPartner.keys()])].flatMap((place) =>
      differencesAt(bySchool.get(place) ?? [], byPartner.get(place) ?? [], recorded.get(place) ?? [], grades),
    ),
    ...unknown.map(({ schoolId, name, by, at }): Mismatch => ({
      kind: 'unknown',
      schoolId,
      organizationId: null,
      serviceId: null,
      name,
      says: { school: { present: true, by, at }, partner: null, record: { present: false } },
    })),
  ]
}

const differencesAt = (
  schools: readonly SchoolWord[],
  partners: readonly PartnerWord[],
  record: readonly RecordLine[],
  grades: TwoSides['grades'],
): Mismatch[] => {
  const { schoolId, organizationId } = (schools[0] ?? partners[0])! // a place is in one of the two
  const school = schools.length > 0 && { ...latest(schools), present: schools.some(({ present }) => present) }
  const here = partners.filter(({ present }) => present)
  const partner = partners.length > 0 && {
    ...latest(partners),
    present: here.length > 0,
    services: programsIn(here.length > 0 ? here : partners),
  }
  const row = (kind: MismatchKind, serviceId: string | null, says: Mismatch['says']): Mismatch => ({
    kind,
    schoolId,
    organizationId,
    serviceId,
    name: '',
    says,
  })
  const voices = [school, partner, { present: record.length > 0 }].filter((voice) => voice !== false)
  const pair = voices.some(({ present }) => present !== voices[0]!.present)
    ? [
        row('presence', null, {
          school: school || null,
          partner: partner || null,
          record: { present: record.length > 0, services: programsIn(record) },
        }),
      ]
    : []
  return [
    ...pair,
    ...partners.flatMap((word) => {
      const line = record.find(({ serviceId }) => serviceId === word.serviceId)
      return programDifferences(word, line, pair.length > 0, grades).map(({ kind, says }) =>
        row(kind, word.serviceId, says),
      )
    }),
  ]
}

const programDifferences = (
  { serviceId, schoolId, present, maximum, available, by, at }: PartnerWord,
  line: RecordLine | undefined,
  pairDiffers: boolean,
  grades: TwoSides['grades'],
): Pick<Mismatch, 'kind' | 'says'>[] => {
  const said = { by, at }
  const program = grades[serviceId] ?? []
  const taught = grades[schoolId] ?? []
  const strangers =
    (present || line !== undefined) &&
    program.length > 0 &&
    taught.length > 0 &&
    !program.some((grade) => taught.includes(grade))
  const seatsDiffer =
    line !== undefined &&
    ((maximum !== null && maximum !== line.maximum) || (available !== null && available !== line.available))
  return [
    ...(!pairDiffers && present !== (line !== undefined)
      ? [
          {
            kind: 'program' as const,
            says: {
              school: null,
              partner: { ...said, present, ...(present && { seats: { maximum, available } }) },
              record: { present: line !== undefined },
            },
          },
        ]
      : []),
    ...(present && seatsDiffer
      ? [
          {
            kind: 'seats' as const,
            says: {
              school: null,
              partner: { ...said, seats: { maximum, available } },
              record: { seats: { maximum: line.maximum, available: line.available } },
            },
          },
        ]
      : []),
    ...(strangers
      ? [
          {
            kind: 'grades' as const,
            says: { school: null, partner: { ...said, grades: program }, record: { grades: taught } },
          },
        ]
      : []),
  ]
}

/** A mismatch that was settled stays settled while both sides say the same as then: who and when do not matter. */
export const saysTheSame = (before: Mismatch['says'], after: Mismatch['says']): boolean =>
  meaning(before) === meaning(after)

const meaning = ({ school, partner, record }: Mismatch['says']): string =>
  JSON.stringify(
    [school, partner, record].map((voice) =>
      voice === null
        ? null
        : [
            voice.present ?? null,
            voice.seats ? [voice.seats.maximum, voice.seats.available] : null,
            [...(voice.grades ?? [])].sort(),
            [...(voice.services ?? [])].sort(),
          ],
    ),
  )

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
