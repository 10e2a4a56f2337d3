import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines } from './changed-lines.ts'
import { compareVisions, emptyVision, isWritten, saysTheSame } from './compare.ts'
import { visionGaps } from './gaps.ts'
import type { VisionContent } from './schemas.ts'
import { carriesAgreement, visionState, type Yes } from './standing.ts'

const yes = (number: number, side: 'district' | 'partner', on: string): Yes => ({ number, side, on })
const both = [yes(1, 'district', '2025-09-01'), yes(1, 'partner', '2025-09-10')]

describe('how far a vision is', () => {
  it.each<[string, number[], Yes[], string, string, string[], number | null]>([
    ['nobody said yes', [1], [], '2025-09-02', 'proposed', ['district', 'partner'], null],
    ['one side said yes', [1], both.slice(0, 1), '2025-09-02', 'proposed', ['partner'], null],
    ['both said yes', [1], both, '2025-09-10', 'agreed', [], 1],
    ['a newer version waits', [1, 2], both, '2025-10-01', 'proposed', ['district', 'partner'], 1],
    ['the year nears its end', [1], both, '2026-07-20', 'reconfirm', ['district', 'partner'], 1],
    [
      'one side said yes again',
      [1],
      [...both, yes(1, 'district', '2026-07-20')],
      '2026-08-01',
      'reconfirm',
      ['partner'],
      1,
    ],
    [
      'both said yes again',
      [1],
      [...both, yes(1, 'district', '2026-07-20'), yes(1, 'partner', '2026-08-01')],
      '2026-09-20',
      'agreed',
      [],
      1,
    ],
    ['the year went by', [1], both, '2026-09-02', 'lapsed', ['district', 'partner'], 1],
  ])('%s', (_, proposed, yeses, today, standing, waitingFor, agreedNumber) =>
    expect(visionState(proposed, yeses, true, today)).toMatchObject({ standing, waitingFor, agreedNumber }),
  )

  it('is nothing, then a draft, before anything is proposed', () => {
    expect(visionState([], [], false, '2025-09-01').standing).toBe('empty')
    expect(visionState([], [], true, '2025-09-01').standing).toBe('draft')
  })

  it('counts the year from the side that confirmed first', () => {
    expect(visionState([1], both, true, '2025-12-01')).toMatchObject({
      agreedOn: '2025-09-10',
      reconfirmBy: '2026-09-01',
    })
  })

  it('carries an agreement only while both sides stand by its newest version', () => {
    expect(carriesAgreement(visionState([1], both, true, '2026-08-30'))).toBe(true)
    expect(carriesAgreement(visionState([1], both, true, '2026-09-02'))).toBe(false)
    expect(carriesAgreement(visionState([1, 2], both, true, '2025-10-01'))).toBe(false)
  })

  it('never counts one side’s yes for the other', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ number: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 10, max: 28 }) }),
        ),
        (said) => {
          const yeses = said.map(({ number, day }) => yes(number, 'district', `2025-03-${day}`))
          expect(visionState([1, 2, 3, 4], yeses, true, '2025-04-01').agreedNumber).toBeNull()
        },
      ),
    ))
})

const aVersion: VisionContent = {
  statement: 'Every student reads.\nEvery family is heard.',
  goals: [{ priorityId: 'p', title: 'Reading by third grade', words: '' }],
  districtExpectations: ['Tutors come on time'],
  partnerExpectations: ['A room with a door'],
  processes: ['We meet every quarter'],
  outcomes: [{ what: 'More readers', metricId: null, metricName: null, measure: 'Benchmark', target: '60%' }],
}

describe('comparing versions', () => {
  it('names the parts that changed, line by line', () => {
    const after = { ...aVersion, statement: 'Every student reads.', processes: ['We meet every month'] }
    expect(compareVisions(aVersion, after)).toEqual([
      {
        part: 'statement',
        lines: [
          { change: 'same', text: 'Every student reads.' },
          { change: 'removed', text: 'Every family is heard.' },
        ],
      },
      {
        part: 'processes',
        lines: [
          { change: 'removed', text: 'We meet every quarter' },
          { change: 'added', text: 'We meet every month' },
        ],
      },
    ])
    expect(compareVisions(aVersion, aVersion)).toEqual([])
  })

  it('keeps every line of both, in their order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c')),
        fc.array(fc.constantFrom('a', 'b', 'c')),
        (was, is) => {
          const changes = changedLines(was, is)
          const without = (left: string) =>
            changes.filter(({ change }) => change !== left).map(({ text }) => text)
          expect(without('added')).toEqual(was)
          expect(without('removed')).toEqual(is)
        },
      ),
    ))

  it('knows whether the draft still says what was proposed, whatever its goals are called now', () => {
    const draft = {
      ...aVersion,
      goals: [{ priorityId: 'p', words: '' }],
      outcomes: [{ what: 'More readers', metricId: null, measure: 'Benchmark', target: '60%' }],
    }
    expect(saysTheSame(draft, aVersion)).toBe(true)
    expect(saysTheSame({ ...draft, statement: 'Every student writes.' }, aVersion)).toBe(false)
  })
})

describe('asking for confirmation', () => {
  it('names every part that is still missing', () => {
    expect(isWritten(emptyVision)).toBe(false)
    expect(visionGaps(emptyVision).map(({ field }) => field)).toEqual([
      'statement',
      'goals',
      'districtExpectations',
      'partnerExpectations',
      'processes',
      'outcomes',
    ])
  })
})
