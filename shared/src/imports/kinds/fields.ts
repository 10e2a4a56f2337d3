import { field, type ImportField } from './kind.ts'

/** Fields that mean the same in every kind of file. */
export const schoolCodeField = field(
  'schoolCode',
  'School code',
  'Código de la escuela',
  [
    'dbn',
    'school id',
    'school number',
    'school',
    'site code',
    'state school id',
    'nces school id',
    'ncessch',
    'campus id',
  ],
  { shape: 'id' },
)
export const schoolYearField = field(
  'schoolYear',
  'School year',
  'Año escolar',
  ['year', 'academic year', 'school yr', 'sy', 'reporting year'],
  { shape: 'school_year' },
)

/** Where something is. */
export const placeFields: readonly ImportField[] = [
  field('area', 'Area of the district', 'Zona del distrito', [
    'borough',
    'borough / community',
    'community',
    'neighborhood',
    'region',
    'network',
    'ward',
  ]),
  field('address', 'Address', 'Dirección', [
    'street',
    'street address',
    'location',
    'location 1',
    'primary address',
    'address 1',
  ]),
  field('city', 'City', 'Ciudad', ['town']),
  field('state', 'State', 'Estado', []),
  field('postalCode', 'ZIP code', 'Código postal', ['postcode', 'zip', 'postal code'], { shape: 'postcode' }),
  field('latitude', 'Latitude', 'Latitud', ['lat', 'y coordinate'], { shape: 'latitude' }),
  field('longitude', 'Longitude', 'Longitud', ['lon', 'long', 'lng', 'x coordinate'], { shape: 'longitude' }),
]
