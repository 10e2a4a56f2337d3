import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { mapsContract } from '@common-table/shared/maps/contract'
import type { PlaceMap } from '@common-table/shared/maps/schemas'
import type { Role } from '@common-table/shared/contract/permission'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import { nextMark } from '../ui/next-mark.ts'
import { held, zoomed } from '../ui/pan-zoom.ts'
import { clustersOf, middleTier, type PlacedSchool } from './clusters.ts'
import { frameOf, linesOf, scaleBar } from './frame.ts'
import { labelled } from './labels.ts'
import MapPage from './MapPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const places: PlaceMap = {
  asOf: '2026-11-20',
  schoolYear: '2026-27',
  schools: [
    [id(1), 'Alpha', 'North', 41.2, -91.2, 400, 3, 100, 80, 20, 5, 2, 0, 0],
    [id(2), 'Beta', 'South', 41.6, -91.6, 300, 0, 0, 0, 0, 0, 0, 0, 4],
    [id(3), 'Gamma', 'South', null, null, 200, 1, 40, 10, 30, 0, 1, 0, null],
  ],
  sites: [[id(9), 41.4, -91.0, id(8), 'Harvest Table', 'Depot', 2]],
  sitesUnplaced: 1,
}
const ask = vi.fn<(input: unknown) => PlaceMap>(() => places)
const square: [number, number][] = [
  [-92, 41],
  [-90, 41],
  [-90, 42],
  [-92, 42],
  [-92, 41],
]
const kept = vi.fn<
  (input: unknown) => { rings: [number, number][][]; givenAt: string | null; givenByName: string }
>(() => ({ rings: [square], givenAt: '2026-11-20T10:00:00Z', givenByName: 'Ana' }))
const open = (path = '/needs/map', role: Role = 'director') =>
  render(
    MapPage,
    { path, role },
    answer(mapsContract.getPlaceMap, (input) => ask(input)),
    answer(mapsContract.getOutline, () => ({ rings: [square], givenAt: null, givenByName: '' })),
    answer(mapsContract.changeOutline, (input) => kept(input)),
    answer(catalogContract.listCategories, () => ({ items: [] })),
    answer(calendarContract.listSchoolYears, () => ({ items: [] })),
  )
const marks = (page: Awaited<ReturnType<typeof open>>) =>
  page.findAll('[data-mark]').map((mark) => mark.attributes('aria-label'))

it('draws schools by their gap, partners as another shape, and lists what has no place', async () => {
  const page = await open()
  expect(marks(page)).toEqual([
    'Beta: nothing needed is recorded',
    'Site of Harvest Table',
    'Alpha: 80 of 100 places without help',
  ])
  expect(page.find(`[data-drawn="${id(1)}"]`).text()).toContain('4')
  expect(page.text()).toContain('1 school has no place on the map yet')
  expect(page.text()).toContain('1 partner site has no coordinates yet')
  expect(page.find('details a').text()).toBe('Gamma')
})

it('opens what stands at a place by Enter, and Esc gives the focus back', async () => {
  const page = await open()
  const alpha = page.find(`[data-mark="${id(1)}"]`)
  await alpha.trigger('keydown', { key: 'Enter' })
  await vi.waitFor(() => expect(page.find('#map-card').text()).toBe('Alpha'))
  expect(document.activeElement?.id).toBe('map-card')
  expect(page.text()).toContain('Open the school')
  await page.find('[aria-labelledby="map-card"]').trigger('keydown', { key: 'Escape' })
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-mark')).toBe(id(1)))
})

it('walks from mark to mark by arrows; one of them takes the tab key', async () => {
  const page = await open()
  expect(page.findAll('[data-mark][tabindex="0"]')).toHaveLength(1)
  await page.find(`[data-mark="${id(2)}"]`).trigger('keydown', { key: 'ArrowRight' })
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-mark')).toBe(id(9)))
})

it('colors by tier for whoever may see tiers, and shows nobody else a tier', async () => {
  const director = await open('/needs/map?color=equity')
  expect(marks(director)).toContain('Alpha: Equity tier: Highest')
  director.unmount()
  const viewer = await open('/needs/map?color=equity&view=table', 'viewer')
  expect(viewer.text()).not.toMatch(/Equity tier|Highest/)
})

it('tells the same as a table, sorted, with the schools no map can show', async () => {
  const page = await open('/needs/map?view=table')
  const names = () =>
    page
      .findAll('table')[0]!
      .findAll('tbody th')
      .map((cell) => cell.text())
  expect(names()).toEqual(['Alpha', 'Gamma · No place yet', 'Beta'])
  expect(page.findAll('table')[1]!.text()).toContain('Harvest Table')
  const sort = page
    .findAll('table')[0]!
    .findAll('th button')
    .find((button) => button.text() === 'School')
  await sort!.trigger('click')
  await vi.waitFor(() => expect(names()).toEqual(['Alpha', 'Beta', 'Gamma · No place yet']))
})

it('asks for the kind of help and tier of the address, and hides a layer', async () => {
  const page = await open(`/needs/map?category=${id(5)}&tier=2&hide=sites`)
  expect(ask).toHaveBeenLastCalledWith({ query: { categoryId: id(5), tier: 2 } })
  expect(marks(page)).not.toContain('Site of Harvest Table')
})

it('draws the outline of the district, and takes a new one from whoever may change the district', async () => {
  const director = await open()
  expect(director.find('[data-outline]').attributes('d')).toMatch(/^M.*Z$/)
  expect(director.text()).not.toContain('Outline of the district')
  director.unmount()
  const admin = await open('/needs/map', 'admin')
  const hand = async (text: string) => {
    const input = admin.find('input[type="file"]')
    Object.defineProperty(input.element, 'files', {
      value: [new File([text], 'town.geojson')],
      configurable: true,
    })
    await input.trigger('change')
  }
  await hand('{"type":"Point","coordinates":[1,2]}')
  await vi.waitFor(() => expect(admin.find('[role="alert"]').text()).toContain('no polygon'))
  expect(kept).not.toHaveBeenCalled()
  await hand(JSON.stringify({ type: 'Polygon', coordinates: [square] }))
  await vi.waitFor(() => expect(kept).toHaveBeenCalledWith({ body: { rings: [square] } }))
})

const school = (n: number, latitude: number, longitude: number, unmet: number): PlacedSchool => ({
  id: id(n),
  name: `School ${n}`,
  area: '',
  latitude,
  longitude,
  enrolment: 100,
  partners: 0,
  demand: 100,
  unmet,
  verified: 0,
  paper: 0,
  needs: 1,
  step: 0,
  tier: null,
})

it('draws schools that stand close as one, with their gaps together, and apart when near enough', () => {
  const schools = [school(1, 41, -91, 0), school(2, 41.0005, -91, 100), school(3, 42, -92, 10)]
  const frame = frameOf(schools, { width: 800, height: 520 })
  const clusters = clustersOf(schools, [])
  const world = [-180, -85, 180, 85] as const
  const far = clusters.marks(frame, 1, world)
  const group = far.find(({ cluster }) => cluster !== undefined)!
  expect(far).toHaveLength(2)
  expect(group).toMatchObject({ schools: 2, demand: 200, unmet: 100, step: 2 })
  const k = clusters.apart(frame, group.cluster!)!
  expect(clusters.marks(frame, k, world)).toHaveLength(3)
  const one = clustersOf([school(1, 41, -91, 0), school(2, 41, -91, 0)], [])
  const same = one.marks(frame, 1, world)[0]!
  expect(one.apart(frame, same.cluster!)).toBeUndefined()
  expect(one.members(same.cluster!)).toHaveLength(2)
  expect([middleTier([1, 0, 0, 0, 2]), middleTier([0, 0, 0, 0, 0])]).toEqual(['lowest', null])
})

it('keeps north up, a single school in the middle, and a scale bar that is true', () => {
  const size = { width: 800, height: 520 }
  const frame = frameOf([{ latitude: 41, longitude: -91 }], size)
  const { x, y } = frame.at({ latitude: 41, longitude: -91 })
  expect([Math.round(x), Math.round(y)]).toEqual([400, 260])
  expect(frame.at({ latitude: 41.005, longitude: -91 }).y).toBeLessThan(y)
  expect(linesOf(frame)).toMatch(/^M/)
  const { metres, length } = scaleBar(frame, 1, 800)
  const north = frame.spotAt({ x, y: y - length })
  expect((north.latitude - 41) * 111_320).toBeCloseTo(metres, -1)
})

it('never loses the drawing from sight, and zooms around the finger', () => {
  const size = { width: 800, height: 520 }
  expect(held({ k: 1, x: 9999, y: -9999 }, size)).toEqual({ k: 1, x: 400, y: -260 })
  const near = zoomed({ k: 1, x: 0, y: 0 }, 2, { x: 300, y: 200 }, size, 64)
  expect([(300 - near.x) / near.k, (200 - near.y) / near.k]).toEqual([300, 200])
})

it('leads straight ahead before aside, and writes no name over another', () => {
  const at = (key: string, x: number, y: number) => ({ key, x, y, cluster: undefined })
  const [a, b, c] = [at('a', 0, 0), at('b', 50, 40), at('c', 70, 0)]
  expect(nextMark(a, [a, b, c], 'ArrowRight')).toBe(c)
  expect(nextMark(a, [a, b, c], 'ArrowLeft')).toBeUndefined()
  const names = labelled([a, at('d', 30, 0), at('e', 400, 0), at('f', 590, 90)], 600, () => 'A name')
  expect([...names].map(([key, { before }]) => [key, before])).toEqual([
    ['d', false],
    ['e', false],
    ['f', true],
  ])
})
