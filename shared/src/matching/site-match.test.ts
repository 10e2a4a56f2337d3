import { expect, test } from 'vitest'
import { buildSchoolIndex, type SchoolRecord } from './school-index.ts'
import { matchSite } from './site-match.ts'
import type { Site } from './site-reading.ts'

const elementary = ['PK', 'K', '1', '2', '3', '4', '5']
const middle = ['6', '7', '8']
const high = ['9', '10', '11', '12']
const school = (
  code: string,
  name: string,
  area: string,
  address: string,
  place: [number, number],
  grades: string[],
): SchoolRecord => ({
  id: code,
  code,
  name,
  area,
  address,
  latitude: place[0],
  longitude: place[1],
  grades,
})

// A fictional district of three towns; numbers repeat from town to town, and one building holds three schools.
const schools = [
  school('01A015', 'P.S. 015 Ana Reyes', 'Ashport', '333 EAST 4 STREET', [40.72, -73.98], elementary),
  school('02B015', 'P.S. 015 Otis Lane', 'Brackwater', '71 SULLIVAN STREET', [40.67, -74.01], elementary),
  school('02B049', 'I.S. 49 Bertha Marsh', 'Brackwater', '101 WARREN STREET', [40.62, -74.08], middle),
  school('02B217', 'School of Performing Arts', 'Brackwater', '977 FOX STREET', [40.66, -74.03], middle),
  school('03C450', 'Curlew High School', 'Cape Finch', '105 HAMILTON AVENUE', [40.64, -74.05], high),
  school('03C501', 'Finch Engineering Academy', 'Cape Finch', '99-20 TERRACE AVENUE', [40.6, -74.1], high),
  school('03C502', 'Finch School of Law', 'Cape Finch', '99-20 TERRACE AVENUE', [40.6, -74.1], high),
  school(
    '03C503',
    'International High School at Gannet',
    'Cape Finch',
    '12 GANNET ROAD',
    [40.61, -74.12],
    high,
  ),
  school('01A862', 'Mott Landing II', 'Ashport', '234 WEST 109 STREET', [40.75, -73.95], middle),
]
const index = buildSchoolIndex(schools, { areaAliases: { 'Old Ashport': 'Ashport' } })

test.each<[string, Site, string]>([
  ['number and town', { name: 'PS 15', area: 'Ashport' }, '01A015'],
  ['the same number in the other town', { name: 'P.S. 015', area: 'Brackwater' }, '02B015'],
  ['another name of the town', { name: 'PS 15', area: 'Old Ashport' }, '01A015'],
  ['a slip in the town', { name: 'PS 15', area: 'Brackwatr' }, '02B015'],
  ['no town, but a place', { name: 'PS 15', latitude: 40.7201, longitude: -73.9801 }, '01A015'],
  ['an intermediate school without a place', { name: 'IS 49', area: 'Brackwater' }, '02B049'],
  [
    'a number that only the code holds, at its address',
    { name: 'IS 217', area: 'Brackwater', address: '977 Fox Street' },
    '02B217',
  ],
  ['the code in brackets', { name: 'MOTT LANDING II (A862)', area: 'Ashport' }, '01A862'],
  ['the whole code', { name: '01A862 MOTT LAND', area: 'Ashport' }, '01A862'],
  ['a named high school', { name: 'Curlew HS', area: 'Cape Finch' }, '03C450'],
  [
    'a programme number at a high school',
    { name: 'Curlew HS 2', area: 'Cape Finch', address: '105 Hamilton Ave' },
    '03C450',
  ],
  [
    'a partner in a school',
    { name: 'Homework Club @ PS 15 Beacon', area: 'Ashport', address: '333 4th Street' },
    '01A015',
  ],
  [
    'a geocode outside the district counts for nothing',
    { name: 'PS 15', area: 'Ashport', latitude: 41.797, longitude: -73.132 },
    '01A015',
  ],
])('%s', (_case, site, code) => {
  expect(matchSite(site, index)).toMatchObject({ outcome: 'matched', school: { code } })
})

test.each<[string, Site, string, number]>([
  ['a number without town or place', { name: 'PS 15' }, 'several_fit', 2],
  [
    'a closed school whose building holds others',
    { name: 'Terrace High School', area: 'Cape Finch', address: '99 20 Terrace Avenue' },
    'several_in_building',
    2,
  ],
  [
    'the name of a campus',
    { name: 'Gannet HS', area: 'Cape Finch', address: '12 Gannet Road' },
    'same_address',
    1,
  ],
  [
    'a club in a school building',
    { name: 'Bay Sailors', area: 'Brackwater', address: '71 Sullivan St' },
    'same_address',
    1,
  ],
  [
    'the right number far away',
    { name: 'IS 49', area: 'Brackwater', latitude: 40.67, longitude: -74.01 },
    'far',
    1,
  ],
])('a person decides on %s', (_case, site, reason, candidates) => {
  const match = matchSite(site, index)
  expect(match.outcome).toBe('unsure')
  expect(match.school).toBeUndefined()
  expect(match.reasons).toContain(reason)
  expect(match.candidates).toHaveLength(candidates)
})

test.each<[Site, string]>([
  [{ name: 'Harbor Community Center', area: 'Ashport' }, 'not_a_school'],
  [
    {
      name: 'Bay Sailors',
      area: 'Brackwater',
      address: '12 Sullivan St',
      latitude: 40.6702,
      longitude: -74.01,
    },
    'not_a_school',
  ],
  [{ name: 'PS 77', area: 'Ashport' }, 'no_such_school'],
  [{ name: 'Our Lady of the Shoals School', area: 'Ashport' }, 'no_such_school'],
  [{ name: '' }, 'not_a_school'],
])('%j is %s', (site, outcome) => {
  expect(matchSite(site, index)).toMatchObject({ outcome, candidates: [] })
})

test('an implausible place is told', () => {
  const site = { name: 'PS 15', area: 'Ashport', latitude: 41.797, longitude: -73.132 }
  expect(matchSite(site, index).reasons).toContain('implausible_coordinates')
})
