import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mismatchesOf,
  saysTheSame,
  type PartnerWord,
  type RecordLine,
  type SchoolWord,
  type TwoSides,
} from './mismatches.ts'

const said = { by: 'Someone', at: '2026-10-01T12:00:00.000Z' }
const school = (present: boolean, more: Partial<SchoolWord> = {}): SchoolWord => ({
  schoolId: 'lincoln',
  organizationId: 'harvest',
  name: '',
  present,
  ...said,
  ...more,
})
const partner = (present: boolean, more: Partial<PartnerWord> = {}): PartnerWord => ({
  schoolId: 'lincoln',
  organizationId: 'harvest',
  serviceId: 'homework',
  present,
  maximum: null,
  available: null,
  ...said,
  ...more,
})
const line = (more: Partial<RecordLine> = {}): RecordLine => ({
  schoolId: 'lincoln',
  organizationId: 'harvest',
  serviceId: 'homework',
  maximum: 20,
  available: 5,
  ...more,
})
const kinds = (sides: Partial<TwoSides>) =>
  mismatchesOf({ schools: [], partners: [], record: [], grades: {}, ...sides }).map(({ kind }) => kind)

describe('a mismatch', () => {
  it.each<[string, Partial<TwoSides>, string[]]>([
    [
      'partner says yes, school no',
      { partners: [partner(true)], schools: [school(false)], record: [line()] },
      ['presence'],
    ],
    ['all three say yes', { partners: [partner(true)], schools: [school(true)], record: [line()] }, []],
    ['all three say no', { partners: [partner(false)], schools: [school(false)] }, []],
    ['nobody spoke', { record: [line()] }, []],
    ['school names a partner the record has elsewhere only', { schools: [school(true)] }, ['presence']],
    [
      'school names somebody unknown',
      { schools: [school(true, { organizationId: null, name: 'Los Amigos' })] },
      ['unknown'],
    ],
    [
      'partner left, the record does not know',
      { partners: [partner(false)], record: [line()] },
      ['presence'],
    ],
    [
      'another program than the record has',
      { partners: [partner(true, { serviceId: 'chess' }), partner(true)], record: [line()] },
      ['program'],
    ],
    ['seats differ', { partners: [partner(true, { maximum: 25 })], record: [line()] }, ['seats']],
    [
      'seats are the same',
      { partners: [partner(true, { maximum: 20, available: 5 })], record: [line()] },
      [],
    ],
    ['nothing said of seats', { partners: [partner(true)], record: [line()] }, []],
    [
      'a program for grades the school does not teach',
      {
        partners: [partner(true)],
        record: [line()],
        grades: { homework: ['6', '7', '8'], lincoln: ['K', '1', '5'] },
      },
      ['grades'],
    ],
    [
      'one grade in common is enough',
      {
        partners: [partner(true)],
        record: [line()],
        grades: { homework: ['5', '6'], lincoln: ['K', '1', '5'] },
      },
      [],
    ],
    [
      'a partnership without a program puts the partner there',
      { schools: [school(true)], record: [line({ serviceId: null })] },
      [],
    ],
  ])('%s', (_, sides, expected) => expect(kinds(sides)).toEqual(expected))
})

const place = {
  schoolId: fc.constantFrom('a', 'b'),
  organizationId: fc.constantFrom('x', 'y'),
}
const words = fc.uniqueArray(
  fc.record({ ...place, present: fc.boolean(), serviceId: fc.constantFrom('1', '2') }),
  {
    selector: ({ schoolId, organizationId, serviceId }) => [schoolId, organizationId, serviceId].join(),
    maxLength: 8,
  },
)
const onePerPair = fc.uniqueArray(fc.record({ ...place, present: fc.boolean() }), {
  selector: ({ schoolId, organizationId }) => `${schoolId}/${organizationId}`,
  maxLength: 4,
})
const lines = fc.uniqueArray(
  fc.record({
    ...place,
    serviceId: fc.constantFrom('1', '2'),
    maximum: fc.constant(10),
    available: fc.constant(2),
  }),
  {
    selector: ({ schoolId, organizationId, serviceId }) => [schoolId, organizationId, serviceId].join(),
    maxLength: 8,
  },
)
const asSchools = (
  list: readonly { schoolId: string; organizationId: string; present: boolean }[],
): SchoolWord[] => list.map((one) => ({ name: '', ...said, ...one }))
const asPartners = (
  list: readonly { schoolId: string; organizationId: string; present: boolean; serviceId?: string }[],
): PartnerWord[] => list.map((one) => ({ serviceId: '1', maximum: null, available: null, ...said, ...one }))

describe('mismatches', () => {
  it('are symmetric: the two sides may change places and the same pairs differ', () => {
    fc.assert(
      fc.property(onePerPair, onePerPair, lines, (one, other, record) => {
        const pairs = (schools: typeof one, partners: typeof one) =>
          mismatchesOf({ schools: asSchools(schools), partners: asPartners(partners), record, grades: {} })
            .filter(({ kind }) => kind === 'presence')
            .map(({ schoolId, organizationId }) => `${schoolId}/${organizationId}`)
            .sort()
        expect(pairs(one, other)).toEqual(pairs(other, one))
      }),
    )
  })

  it('are complete: whatever either side denies or claims against the record or the other has a row, once', () => {
    fc.assert(
      fc.property(onePerPair, words, lines, (schools, partners, record) => {
        const found = mismatchesOf({
          schools: asSchools(schools),
          partners: asPartners(partners),
          record,
          grades: {},
        })
        const keys = found.map(({ kind, schoolId, organizationId, serviceId }) =>
          [kind, schoolId, organizationId, serviceId].join(),
        )
        expect(new Set(keys).size).toBe(keys.length)
        for (const { schoolId, organizationId, present } of schools) {
          const there = record.some((at) => at.schoolId === schoolId && at.organizationId === organizationId)
          const pair = found.some(
            (row) =>
              row.kind === 'presence' && row.schoolId === schoolId && row.organizationId === organizationId,
          )
          if (present !== there) expect(pair).toBe(true)
        }
        for (const { schoolId, organizationId, serviceId, present } of partners) {
          const there = record.some(
            (at) =>
              at.schoolId === schoolId && at.organizationId === organizationId && at.serviceId === serviceId,
          )
          const told = found.some(
            (row) =>
              row.schoolId === schoolId &&
              row.organizationId === organizationId &&
              (row.kind === 'presence' || (row.kind === 'program' && row.serviceId === serviceId)),
          )
          if (present !== there) expect(told).toBe(true)
        }
      }),
    )
  })

  it('are none where both sides say what stands in the record', () => {
    fc.assert(
      fc.property(lines, (record) => {
        const present = true
        const schools = asSchools(
          record.map(({ schoolId, organizationId }) => ({ schoolId, organizationId, present })),
        )
        const partners = record.map((one): PartnerWord => ({ ...one, present, ...said }))
        expect(mismatchesOf({ schools, partners, record, grades: {} })).toEqual([])
      }),
    )
  })

  it('stay settled while both sides say the same as then, whoever says it and when', () => {
    const [before] = mismatchesOf({
      schools: [school(false)],
      partners: [partner(true)],
      record: [line()],
      grades: {},
    })
    const later = { by: 'Another', at: '2026-11-01T12:00:00.000Z' }
    const [again] = mismatchesOf({
      schools: [school(false, later)],
      partners: [partner(true, later)],
      record: [line()],
      grades: {},
    })
    const [turned] = mismatchesOf({
      schools: [school(true)],
      partners: [partner(true)],
      record: [],
      grades: {},
    })
    expect(saysTheSame(before!.says, again!.says)).toBe(true)
    expect(saysTheSame(before!.says, turned!.says)).toBe(false)
  })
})
