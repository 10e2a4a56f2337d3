import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { guessColumns } from '@common-table/shared/imports/columns'
import { readAddress } from '@common-table/shared/imports/normalise-address'
import { readGrades } from '@common-table/shared/imports/normalise-grades'
import { readPhones } from '@common-table/shared/imports/normalise-phone'
import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import { findDuplicateOrganizations } from '@common-table/shared/matching/organization-duplicates'
import { buildSchoolIndex, type SchoolRecord } from '@common-table/shared/matching/school-index'
import { matchSite, type SiteMatch } from '@common-table/shared/matching/site-match'
import { beforeAll, expect, test } from 'vitest'
import { openTable } from './open-table.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
type Row = Record<string, string>

const readFile = async (name: string): Promise<Row[]> => {
  expect(existsSync(folder), `The real data lies beside the repository, in ${folder}`).toBe(true)
  const table = await openTable(folder + name)
  const rows: Row[] = []
  for await (const batch of table)
    for (const { cells, notes } of batch) {
      expect(notes).toBeUndefined()
      rows.push(Object.fromEntries(table.header.map((header, at) => [header, cells[at] ?? ''])))
    }
  return rows
}

// Row counts as the files' own SOURCE.md gives them.
test.each([
  ['nyc_school_partners/DYCD_after-school_programs.csv', 1599, 17],
  ['nyc_school_outcomes/schools_master.csv', 9373, 33],
  ['nyc_school_outcomes/chronic_absenteeism.csv', 10_787, 5],
  ['nyc_school_outcomes/nyc_attendance_school_2013_2018.csv', 7607, 50],
  ['nyc_school_outcomes/school_quality.csv', 9984, 7],
  ['nces_ccd_oregon_2014_2018/nces_oregon.csv', 5008, 58],
])('%s is read whole', async (name, count) => {
  expect(await readFile(name)).toHaveLength(count)
})

let sites: Row[] = []
let schools: SchoolRecord[] = []
const number = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Number(text)

beforeAll(async () => {
  sites = await readFile('nyc_school_partners/DYCD_after-school_programs.csv')
  const latest = new Map<string, Row>()
  for (const row of await readFile('nyc_school_outcomes/schools_master.csv')) {
    const known = latest.get(row['DBN'] ?? '')
    if (known === undefined || (row['school_year'] ?? '') > (known['school_year'] ?? ''))
      latest.set(row['DBN'] ?? '', row)
  }
  schools = [...latest.values()].map((row) => ({
    id: row['DBN'] ?? '',
    code: row['DBN'] ?? '',
    name: row['school_name'] ?? '',
    area: row['borough'],
    address: row['address'],
    latitude: number(row['latitude']),
    longitude: number(row['longitude']),
    grades: (row['grades'] ?? '').split(','),
  }))
})

test('637 written agencies are 573 names, and 154 pairs of them wait for a person', () => {
  const written = new Set(sites.map((row) => row['AGENCY'] ?? ''))
  expect(written.size).toBe(637)
  expect(new Set([...written].map((name) => name.trim())).size).toBe(624)
  const names = new Map([...written].map((name) => [normaliseOrganizationName(name), name]))
  expect(names.size).toBe(573)
  const pairs = findDuplicateOrganizations([...names.values()].map((name) => ({ name })))
  expect(pairs).toHaveLength(154)
  expect(pairs.every(({ match }) => match.verdict === 'likely')).toBe(true)
})

const matches = (): { row: Row; match: SiteMatch }[] => {
  const towns = [
    'Jamaica',
    'Jackson Heights',
    'Astoria',
    'Corona',
    'Long Island City',
    'Flushing',
    'Woodside',
    'Kew Gardens',
    'Forest Hills',
  ]
  const areaAliases = {
    'New York': 'Manhattan',
    ...Object.fromEntries(towns.map((town) => [town, 'Queens'])),
  }
  const index = buildSchoolIndex(schools, { areaAliases })
  return sites.map((row) => {
    const { street, point } = readAddress(row['Location 1'] ?? '')
    const latitude = number(row['Latitude']) ?? point?.latitude
    const longitude = number(row['Longitude']) ?? point?.longitude
    const site = {
      name: row['SITE NAME'] ?? '',
      area: row['BOROUGH / COMMUNITY'],
      address: street,
      latitude,
      longitude,
    }
    return { row, match: matchSite(site, index) }
  })
}

test('sites are matched to schools, left to a person, or told to be no school of the district', () => {
  const found = matches()
  const count = (outcome: SiteMatch['outcome']): number =>
    found.filter(({ match }) => match.outcome === outcome).length
  expect({
    matched: count('matched'),
    unsure: count('unsure'),
    none: count('no_such_school'),
    not: count('not_a_school'),
  }).toEqual({
    matched: 604,
    unsure: 186,
    none: 76,
    not: 733,
  })
  const codeOf = (name: string): string | undefined =>
    found.find(({ row }) => row['SITE NAME'] === name)?.match.school?.code
  // Read one by one against the school list, the hard ones: renamed, moved, repeated numbers, codes, cut names, campuses.
  expect(codeOf('IS 49')).toBe('31R049')
  expect(codeOf('P.S. 8 ROBERT FULTON SCHOOL')).toBe('13K008')
  expect(codeOf('P.S. 8 LUIS BELLIARD SCHOOL')).toBe('06M008')
  expect(codeOf('04M435 MANHATTAN CENTER FOR SC')).toBe('04M435')
  expect(codeOf('x343')).toBe('07X343')
  expect(codeOf('United Activities Unlimited @ PS 18 Beacon')).toBe('31R018')
  expect(codeOf('Fannie Lou')).toBe('12X682')
  expect(codeOf('Franklin K. Lane High School')).toBeUndefined()
  expect(codeOf('C.E.S. 230 PS 230 DR ROLAND N')).toBeUndefined()
  expect(codeOf("Harlem Children's Zone, Inc")).toBeUndefined()
})

test('phones and grade bands of the site list are read', () => {
  const unread = sites.filter((row) =>
    readPhones(row['Contact Number'] ?? '').warnings.includes('not_a_phone'),
  )
  expect(unread.map((row) => row['Contact Number'])).toHaveLength(2)
  const unclear = new Set(
    sites
      .map((row) => row['Grade Level / Age Group'] ?? '')
      .filter((text) => readGrades(text).warnings.includes('unclear_grades')),
  )
  expect([...unclear].sort()).toEqual(['ESOL/Civics', 'OST'])
})

test('columns of the site list are guessed', () => {
  const header = Object.keys(sites[0] ?? {})
  const rows = sites.slice(0, 50).map((row) => header.map((name) => row[name] ?? ''))
  const guesses = guessColumns(header, rows, [
    { key: 'organization', synonyms: ['agency'] },
    { key: 'site', synonyms: ['site name'] },
    { key: 'area', synonyms: ['borough / community', 'borough'] },
    { key: 'phone', synonyms: ['contact number'], shape: 'phone' },
    { key: 'grades', synonyms: ['grade level / age group'], shape: 'grades' },
    { key: 'address', synonyms: ['location 1', 'location'] },
    { key: 'latitude', synonyms: [], shape: 'latitude' },
    { key: 'longitude', synonyms: [], shape: 'longitude' },
  ])
  expect(guesses.flatMap(({ header, field }) => (field === undefined ? [] : [[header, field]]))).toEqual([
    ['SITE NAME', 'site'],
    ['BOROUGH / COMMUNITY', 'area'],
    ['AGENCY', 'organization'],
    ['Contact Number', 'phone'],
    ['Grade Level / Age Group', 'grades'],
    ['Location 1', 'address'],
    ['Latitude', 'latitude'],
    ['Longitude', 'longitude'],
  ])
})
