import type { NewSchool, SchoolLevel } from '@common-table/shared/schools/schemas'

const gradesOf: Record<SchoolLevel, NonNullable<NewSchool['grades']>> = {
  early_childhood: ['PK'],
  elementary: ['PK', 'K', '1', '2', '3', '4', '5'],
  k8: ['K', '1', '2', '3', '4', '5', '6', '7', '8'],
  middle: ['6', '7', '8'],
  secondary: ['6', '7', '8', '9', '10', '11', '12'],
  high: ['9', '10', '11', '12'],
  k12: ['K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  other: ['UG'],
}
export const gradesOfLevel = (level: SchoolLevel) => gradesOf[level]

type Row = [
  name: string,
  level: SchoolLevel,
  area: string,
  enrolment: number,
  north: number,
  east: number,
  principal: string,
  more?: Partial<NewSchool>,
]

// Places are steps of about 110 m north and 85 m east of the river bridge.
const rows: Row[] = [
  ['Riverbend High School', 'high', 'Downtown', 1340, 4, 2, 'Marisol Okafor', { communitySchool: true }],
  ['Eastgate High School', 'high', 'Eastgate', 980, 9, 31, 'Thomas Lindgren'],
  [
    'Mill Creek Middle School',
    'middle',
    'Mill Creek',
    610,
    -18,
    -12,
    'Priya Raman',
    { communitySchool: true },
  ],
  ['Harriet Tubman Middle School', 'middle', 'Eastgate', 545, 12, 24, 'Joelle Baptiste'],
  ['Cedar Hill Elementary School', 'elementary', 'Cedar Hill', 420, 27, -9, 'Anders Holm'],
  ['Old Ferry Elementary School', 'elementary', 'Downtown', 365, -3, -4, 'Priya Raman'],
  [
    'Dolores Huerta Elementary School',
    'elementary',
    'Eastgate',
    488,
    6,
    38,
    'Lucía Barrera',
    { communitySchool: true },
  ],
  ['Willow Bend Elementary School', 'elementary', 'Mill Creek', 331, -24, -20, 'Grace Nakamura'],
  ['Sequoyah K–8 School', 'k8', 'Cedar Hill', 702, 33, 6, 'Benjamin Ortiz'],
  ['Little Oaks Early Learning Center', 'early_childhood', 'Downtown', 118, 1, 9, 'Fatima Zahra Idrissi'],
  [
    'Harbor Street Charter School',
    'secondary',
    'Downtown',
    456,
    -8,
    11,
    'Samuel Adeyemi',
    { kind: 'charter' },
  ],
  ['Second Start Academy', 'other', 'Mill Creek', 87, -14, -3, 'Renee Castillo', { kind: 'alternative' }],
]

const places = { latitude: 41.386, longitude: -91.172 }

/** The schools of the fictional district: every level, every kind of neighbourhood, nobody's real name. */
export const demoSchools: readonly NewSchool[] = rows.map(
  ([name, level, area, enrolment, north, east, principal, more], at) => ({
    code: String(101 + at),
    name,
    level,
    area,
    enrolment,
    grades: gradesOf[level],
    address: `${120 + at * 35} ${['Bridge', 'Ferry', 'Orchard', 'Station'][at % 4]} Street`,
    city: 'Riverbend',
    state: 'IA',
    postalCode: '00000',
    latitude: Number((places.latitude + north * 0.001).toFixed(4)),
    longitude: Number((places.longitude + east * 0.001).toFixed(4)),
    phone: `555-01${String(10 + at)}`,
    principalName: principal,
    principalEmail: `office.${101 + at}@riverbend.example`,
    ...more,
  }),
)
