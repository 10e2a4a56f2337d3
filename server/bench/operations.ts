import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { signedCursors } from '../src/http/cursors.ts'
import { districtId, sizes, type Size } from './load.ts'
import type { Shot } from './measure.ts'

type Part = Pick<Shot, 'paths' | 'method' | 'bodies'>

export interface Operation {
  name: string
  goal: string
  floor: Part
  product: Part
  connections?: number
  /** Compared with another request of the product itself. */
  floorOn?: 'product'
}

const hex = (n: number): string => n.toString(16).padStart(12, '0')
/** The n-th partnership of a filled district. */
export const partnershipId = (n: number): string => `00000000-0000-4005-8000-${hex(n)}`
const organization = (n: number): string => `00000000-0000-4002-8000-${hex(n)}`

/** Every n-th of a sequence, so that each burst touches many records in the same order for both sides. */
export const spread = (count: number, most: number): number[] =>
  Array.from({ length: count }, (_, n) => 1 + ((n * 7919) % most))

/** The goals of the design, section 4, as pairs of requests. */
export const operations = (size: Size, jwtSecret: string): Operation[] => {
  const { partnerships } = sizes[size]
  const organizations = Math.ceil(partnerships / 5)
  const prefix = '/api/v1'
  const list = `${prefix}/partnerships?stage=active&sort=name&limit=50`
  // From here a whole page is left, and little more.
  const deepKey = [size === 'S' ? 'Lantern partnership 9' : 'Summit partnership 9', partnershipId(9)]
  const filters = JSON.stringify({ stage: ['active'], sort: 'name' })
  const cursor = signedCursors(jwtSecret).write(
    `GET ${partnershipsContract.listPartnerships.path} ${districtId} ${filters}`,
    deepKey,
  )
  const typed = [
    'rivr harvst',
    'brigt sumit',
    'cedar uion',
    'lantern medow',
    'beacn orchard',
    'prarie harbor',
  ]
  const bodies = spread(500, organizations).map((n) =>
    JSON.stringify({ organizationId: organization(n), name: `Made by the bench ${n}` }),
  )
  return [
    {
      name: 'list 50, first page',
      goal: '≥ 1.20',
      floor: { paths: ['/list?stage=active'] },
      product: { paths: [list] },
    },
    {
      name: 'deepest page against the own first page',
      goal: '≥ 0.95',
      floorOn: 'product',
      floor: { paths: [list] },
      product: { paths: [`${list}&cursor=${encodeURIComponent(cursor)}`] },
    },
    {
      name: 'one partnership with its relations',
      goal: '≥ 1.00',
      floor: { paths: spread(400, partnerships).map((n) => `/one?id=${partnershipId(n)}`) },
      product: { paths: spread(400, partnerships).map((n) => `${prefix}/partnerships/${partnershipId(n)}`) },
    },
    {
      name: 'gap board against one partnership',
      goal: '≥ 0.50',
      floorOn: 'product',
      floor: { paths: spread(400, partnerships).map((n) => `${prefix}/partnerships/${partnershipId(n)}`) },
      product: { paths: [`${prefix}/gap-board`] },
    },
    {
      name: 'create a partnership',
      goal: '≥ 0.60',
      floor: { paths: bodies.map(() => '/create'), method: 'POST', bodies },
      product: { paths: bodies.map(() => `${prefix}/partnerships`), method: 'POST', bodies },
    },
    {
      name: 'search organisations, mistyped',
      goal: '≥ 0.90',
      floor: { paths: typed.map((q) => `/search?q=${encodeURIComponent(q)}`) },
      product: { paths: typed.map((q) => `${prefix}/organizations?q=${encodeURIComponent(q)}&limit=20`) },
    },
    {
      name: 'what waits today against the own list',
      goal: '≥ 0.50',
      floorOn: 'product',
      floor: { paths: [list] },
      product: { paths: [`${prefix}/today`] },
    },
    {
      name: 'district dashboard against the own single record',
      goal: '≥ 0.50',
      floorOn: 'product',
      floor: { paths: spread(400, partnerships).map((n) => `${prefix}/partnerships/${partnershipId(n)}`) },
      product: { paths: [`${prefix}/outcomes/dashboard`] },
    },
  ]
}
