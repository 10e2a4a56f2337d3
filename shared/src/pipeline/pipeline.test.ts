import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { organizationTypes } from '../organizations/vocabulary.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { isCold, silentDays } from './going-cold.ts'
import { suggestedOutreach } from './outreach.ts'
import { isWorkDone, searchWork } from './proof-of-work.ts'
import { isLive, nextProspectStages, prospectMayBecome } from './prospect-stages.ts'
import { coreSeats, sectorCoverage, sectorsOf, type Seated } from './sector-coverage.ts'
import { sha256 } from '../files/sha-256.ts'
import { signsOf, type Sent } from './spam-signs.ts'
import { prospectStageTerms } from './vocabulary.ts'

const seated = (more: Partial<Seated>, standing: 'at_table' | 'on_the_way' = 'at_table') => ({
  type: 'nonprofit' as const,
  sectors: [],
  helpGroups: [],
  standing,
  ...more,
})

describe('a school’s table', () => {
  it('knows an organisation by what is written, else by its type and the help it gives', () => {
    expect(sectorsOf(seated({ type: 'business' }))).toEqual(['business'])
    expect(sectorsOf(seated({ helpGroups: ['behavioral_health', 'basic_needs', 'academic'] }))).toEqual([
      'mental_health',
      'social_services',
    ])
    expect(sectorsOf(seated({ type: 'government', sectors: ['social_services'] }))).toEqual([
      'social_services',
    ])
    expect(sectorsOf(seated({}))).toEqual([])
  })

  it('shows who is there, who is on the way and which sectors are missing', () => {
    const coverage = sectorCoverage([
      seated({ type: 'business' }),
      seated({ type: 'business' }, 'on_the_way'),
      seated({ type: 'law_enforcement' }, 'on_the_way'),
    ])
    const seat = (sector: string) => coverage.find((one) => one.sector === sector)!
    expect(seat('business')).toMatchObject({ seat: 'at_table', core: true })
    expect(seat('business').members).toHaveLength(2)
    expect(seat('law_enforcement').seat).toBe('on_the_way')
    expect(coverage.filter((one) => one.core && one.seat === 'missing').map((one) => one.sector)).toEqual([
      'families',
      'mental_health',
      'social_services',
      'juvenile_justice',
    ])
    expect(coreSeats(coverage)).toEqual({ seated: 1, of: 6 })
  })

  it('never loses a seat when someone joins, and counts nobody twice in a sector', () => {
    const member = fc.record({
      type: fc.constantFrom(...organizationTypes),
      sectors: fc.subarray(sectors.map(({ code }) => code)),
      helpGroups: fc.subarray(['basic_needs', 'behavioral_health', 'physical_health', 'mentoring']),
      standing: fc.constantFrom('at_table' as const, 'on_the_way' as const),
    })
    const rank = { missing: 0, on_the_way: 1, at_table: 2 }
    fc.assert(
      fc.property(fc.array(member), member, (members, one) => {
        const before = sectorCoverage(members)
        const after = sectorCoverage([...members, one])
        for (const [at, { seat, members: here }] of after.entries()) {
          expect(rank[seat]).toBeGreaterThanOrEqual(rank[before[at]!.seat])
          expect(new Set(here).size).toBe(here.length)
        }
      }),
    )
  })
})

test.each([
  ['2025-01-01', '2025-01-01', '2025-03-02', 60, false],
  ['2025-01-01', '2025-01-01', '2025-03-03', 60, true],
  [null, '2025-01-01', '2025-03-03', 60, true],
  ['2025-03-03', '2024-01-01', '2025-03-03', 1, false],
  ['2025-04-01', '2024-01-01', '2025-03-03', 1, false],
])('last contact %s, begun %s, seen on %s with %i days: cold %s', (last, begun, today, days, cold) => {
  expect(isCold(last, begun, today, days)).toBe(cold)
  expect(silentDays(last, begun, today)).toBeGreaterThanOrEqual(0)
})

describe('the way of a prospect', () => {
  it('is free while it lives, ends with a partnership, and can begin again after a no', () => {
    for (const { code } of prospectStageTerms) {
      expect(prospectMayBecome(code, code)).toBe(false)
      if (isLive(code)) expect(nextProspectStages(code)).toHaveLength(4)
    }
    expect(nextProspectStages('joined')).toEqual([])
    expect(nextProspectStages('declined')).toEqual(['identified'])
  })
})

describe('a plan to reach out', () => {
  const channels = (...args: Parameters<typeof suggestedOutreach>) =>
    suggestedOutreach(...args).map(({ channel }) => channel)
  const knowers = [
    { name: 'Ana', closeness: 'met' as const },
    { name: 'Bo', closeness: 'close' as const },
  ]
  it('goes through whoever knows them best', () => {
    const [first] = suggestedOutreach('open', knowers, '2025-01-15', 'en')
    expect(first).toEqual({ channel: 'introduction', what: 'Ask Bo to introduce us', dueOn: '2025-01-18' })
    expect(suggestedOutreach('open', knowers, '2025-01-15', 'es')[0]!.what).toBe(
      'Pedir a Bo que nos presente',
    )
  })
  it('begins with letter and call where nobody does, and asks nothing of one with reservations', () => {
    expect(channels('unknown', [], '2025-01-15', 'en')).toEqual(['letter', 'call', 'meeting'])
    expect(channels('reluctant', [], '2025-01-15', 'en')).toEqual(['letter', 'call', 'meeting', 'visit'])
    expect(channels('keen', knowers, '2025-01-15', 'en')).toEqual(['introduction', 'meeting'])
  })
})

describe('signs of spam', () => {
  const honest: Sent = {
    hidden: '',
    secondsOpen: 90,
    message: 'Our bakery would like to give bread on Fridays.',
    name: 'Corner Bakery',
    before: 0,
  }
  it.each<[string, Partial<Sent>, string[]]>([
    ['an honest offer', {}, []],
    ['one with a link to its site', { message: 'See https://bakery.example and write to us.' }, []],
    ['a filled hidden field', { hidden: 'x' }, ['hidden_field']],
    ['one sent at once', { secondsOpen: 1 }, ['too_fast']],
    ['one full of links', { message: 'https://a https://b www.c' }, ['many_links']],
    ['a name that is a link', { name: 'https://cheap.example' }, ['many_links']],
    ['one without words', { message: '12345 !!!' }, ['no_words']],
    ['Spanish', { message: 'Ofrecemos pan los viernes.' }, []],
    ['Chinese', { message: '我们愿意每周五送面包' }, []],
    ['the fourth of a day', { before: 3 }, ['repeated']],
  ])('%s', (_, more, signs) => expect(signsOf({ ...honest, ...more })).toEqual(signs))
  it('are the same however often they are asked', () => {
    const link = { ...honest, name: 'https://cheap.example' }
    expect([signsOf(link), signsOf(link)]).toEqual([['many_links'], ['many_links']])
  })
})

describe('the work a form asks of a browser', () => {
  it('is hashed as the standard says', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const known = createHash('sha256').update(bytes).digest('hex')
        expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(known)
      }),
    ))
  it('is found by searching and checked at once', () => {
    const nonce = searchWork('a challenge', 0, 100_000, 10)!
    expect(isWorkDone('a challenge', nonce, 10)).toBe(true)
    expect(isWorkDone('another challenge', nonce, 10)).toBe(false)
    expect(searchWork('a challenge', 0, nonce, 10)).toBeUndefined()
  })
})
