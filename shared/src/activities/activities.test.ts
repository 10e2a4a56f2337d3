import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtOf, readingsOf } from './four-cs.ts'
import { fidelityOf } from './fidelity.ts'
import { readSheet, type SheetGround } from './sheet.ts'
import { pastedRows, sheetColumns } from './sheet-columns.ts'
import { fourCs } from './vocabulary.ts'

const nothing = { capabilities: null, connections: null, cognition: null, confidence: null }

describe('the four Cs', () => {
  it('count only with a line that says how', () => {
    const said = { ...nothing, capabilities: 'Reading to a child every day', connections: ' ', cognition: '' }
    expect(builtOf(said)).toEqual(['capabilities'])
  })
  it.each([
    [4, ['families', 'staff'], { strict: true, lenient: true, any: true }],
    [4, ['families', 'students'], { strict: false, lenient: true, any: true }],
    [4, [], { strict: false, lenient: true, any: true }],
    [3, ['families', 'staff'], { strict: false, lenient: false, any: true }],
    [0, ['families', 'staff'], { strict: false, lenient: false, any: false }],
  ] as const)('%i built for %j', (built, audiences, read) => {
    expect(readingsOf(built, audiences)).toEqual(read)
  })
})

describe('fidelity', () => {
  it.each([
    [
      { due: 8, delivered: 6 },
      { percent: 75, beyond: 0 },
    ],
    [
      { due: 8, delivered: 11 },
      { percent: 100, beyond: 3 },
    ],
    [
      { due: 0, delivered: 2 },
      { percent: null, beyond: 2 },
    ],
    [
      { due: 3, delivered: 1 },
      { percent: 33.3, beyond: 0 },
    ],
  ])('%j', (count, said) => expect(fidelityOf(count)).toEqual(said))
  it('is never more than all of the plan and never less than nothing', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (due, delivered) => {
        const { percent, beyond } = fidelityOf({ due, delivered })
        expect(percent === null).toBe(due === 0)
        expect(percent ?? 0).toBeLessThanOrEqual(100)
        expect(Math.min(due, delivered) + beyond).toBe(delivered)
      }),
    )
  })
})

const ground: SheetGround = {
  today: '2026-11-22',
  schools: { 'lincoln high': 'school-1', '041': 'school-1' },
  services: { tutoring: ['service-1'], clinic: ['service-2', 'service-3'] },
  ownSchoolsOnly: false,
}
const order = sheetColumns.map(({ code }) => code)

describe('rows pasted from a spreadsheet', () => {
  it('are read by their headings, in either language and any order, with cells in quotes', () => {
    const rows = pastedRows(
      'Qué\tFecha\tEscuela\tFamilias\r\n"Noche de\tlectura"\t11/5/2026\tLincoln High\t1,204\r\n\r\n',
      order,
    )
    expect(rows).toEqual([
      { title: 'Noche de\tlectura', day: '11/5/2026', school: 'Lincoln High', families: '1,204' },
    ])
    const { activities, problems } = readSheet(rows, ground)
    expect(problems).toEqual([])
    expect(activities[0]).toMatchObject({
      kind: 'engagement',
      happensOn: '2026-11-05',
      schoolId: 'school-1',
      families: 1204,
      planned: 1,
      delivered: null,
    })
  })
  it('are read in the usual order without headings, and a service makes a session', () => {
    const rows = pastedRows('2026-11-03\tMath help\t041\tTutoring\t3\t2\t18', order)
    expect(readSheet(rows, ground)).toMatchObject({
      problems: [],
      activities: [{ kind: 'session', serviceId: 'service-1', planned: 3, delivered: 2, students: 18 }],
    })
  })
  it.each([
    [{ title: 'A' }, ['day needed']],
    [{ day: '2026-02-30', title: 'A' }, ['day day']],
    [{ day: '2026-11-03' }, ['title needed']],
    [{ day: '2026-11-03', title: 'A', school: 'Nowhere' }, ['school school']],
    [{ day: '2026-11-03', title: 'A', service: 'Clinic' }, ['service several-services']],
    [{ day: '2026-11-03', title: 'A', families: '-2' }, ['families number']],
    [{ day: '2026-11-03', title: 'A', families: 'many', staff: '2.5' }, ['families number', 'staff number']],
    [{ day: '2026-12-03', title: 'A', delivered: 'yes' }, ['delivered future']],
    [{ day: '2026-11-03', title: 'A', planned: '3' }, ['planned more-than-one']],
    [{ day: '2026-11-03', title: 'A', planned: '0' }, ['delivered no-session']],
    [{ day: '2026-11-03', title: 'A', epstein: 'Parenting; Baking' }, ['epstein unknown']],
    [{ day: '2026-11-03', title: 'x'.repeat(141) }, ['title long']],
  ])('%j is refused at its cell', (row, said) => {
    expect(readSheet([row], ground).problems.map(({ column, rule }) => `${column} ${rule}`)).toEqual(said)
  })
  it('refuses the same activity twice, and a school-based person anything but the own schools', () => {
    const row = { day: '2026-11-03', title: 'Reading night', school: 'Lincoln High' }
    expect(readSheet([row, { ...row, title: 'reading  NIGHT' }], ground).problems).toEqual([
      { row: 1, column: 'title', rule: 'twice' },
    ])
    const district = readSheet([{ day: '2026-11-03', title: 'A' }], { ...ground, ownSchoolsOnly: true })
    expect(district.problems).toEqual([{ row: 0, column: 'school', rule: 'own-school' }])
  })
  it('says of each row which cell, and reads evidence for the four Cs', () => {
    const row = {
      day: '2026-11-03',
      title: 'A',
      delivered: 'sí',
      ...Object.fromEntries(fourCs.map(({ code }) => [code, 'by doing'])),
    }
    expect(readSheet([row], ground)).toMatchObject({
      problems: [],
      activities: [{ delivered: 1, confidence: 'by doing' }],
    })
  })
})
