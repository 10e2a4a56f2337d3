/** A closed line of `[longitude, latitude]`, the last place the same as the first. */
export type Ring = [number, number][]
export type OutlineProblem = 'not-geojson' | 'no-shape' | 'not-degrees' | 'open-ring'

/** More than this is finer than any screen, and slow on a phone. */
export const mostPlaces = 6000
const leastRing = 4

/**
 * The outline in a GeoJSON file (RFC 7946), thinned until it can be drawn anywhere: every ring of every polygon, wherever
 * the file keeps it. Says what is wrong where it is none. Coordinates of a projection are refused, not guessed.
 */
export const outlineOf = (shape: unknown): { rings: Ring[] } | { problem: OutlineProblem } => {
  if (!isObject(shape) || typeof shape['type'] !== 'string') return { problem: 'not-geojson' }
  const rings = ringsIn(shape)
  if (rings.length === 0) return { problem: 'no-shape' }
  const read: Ring[] = []
  for (const ring of rings) {
    const places = Array.isArray(ring) ? ring.map(placeOf) : []
    if (places.some((place) => place === undefined)) return { problem: 'not-degrees' }
    const line = places as Ring // none is missing
    const [first, last] = [line[0], line.at(-1)]
    if (!first || !last || line.length < leastRing || first[0] !== last[0] || first[1] !== last[1])
      return { problem: 'open-ring' }
    read.push(line)
  }
  return { rings: thinned(read) }
}

type Loose = Record<string, unknown>
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null

const ringsIn = (shape: unknown): unknown[] => {
  if (!isObject(shape)) return []
  const list = (key: string): unknown[] => (Array.isArray(shape[key]) ? (shape[key] as unknown[]) : []) // just looked at
  switch (shape['type']) {
    case 'FeatureCollection':
      return list('features').flatMap(ringsIn)
    case 'Feature':
      return ringsIn(shape['geometry'])
    case 'GeometryCollection':
      return list('geometries').flatMap(ringsIn)
    case 'MultiPolygon':
      return list('coordinates').flatMap((polygon) => (Array.isArray(polygon) ? (polygon as unknown[]) : []))
    case 'Polygon':
      return list('coordinates')
    default:
      return []
  }
}

const placeOf = (place: unknown): [number, number] | undefined => {
  if (!Array.isArray(place)) return undefined
  const [longitude, latitude] = place as unknown[]
  const within = (value: unknown, most: number): value is number =>
    typeof value === 'number' && Math.abs(value) <= most
  return within(longitude, 180) && within(latitude, 90) ? [longitude, latitude] : undefined
}

/** Fewer and fewer places until there are no more than a screen needs; islands too small to see go first. */
const thinned = (rings: readonly Ring[]): Ring[] => {
  let span = 0
  for (const ring of rings)
    for (const [longitude, latitude] of ring)
      span = Math.max(span, Math.abs(longitude - rings[0]![0]![0]), Math.abs(latitude - rings[0]![0]![1])) // a ring has four
  const largest = rings.reduce((most, ring) => (ring.length > most.length ? ring : most))
  for (let tolerance = span / 4000; ; tolerance *= 2) {
    const found = rings.map((ring) => thin(ring, tolerance)).filter((ring) => ring.length >= leastRing)
    const kept = found.length > 0 ? found : [largest.slice(0, 3).concat([largest[0]!])]
    if (kept.reduce((sum, ring) => sum + ring.length, 0) <= mostPlaces)
      return kept.map((ring) => ring.map(([x, y]) => [rounded(x), rounded(y)]))
  }
}

/** To about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Douglas and Peucker 1973: a place stays where the line would otherwise move by more than the tolerance. */
const thin = (ring: Ring, tolerance: number): Ring => {
  const keep = new Set([0, ring.length - 1])
  const open: [number, number][] = [[0, ring.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    let [farthest, distance] = [-1, tolerance]
    for (let at = from + 1; at < to; at++) {
      const away = offLine(ring[at]!, ring[from]!, ring[to]!) // between two places of the ring
      if (away > distance) [farthest, distance] = [at, away]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return ring.filter((_, at) => keep.has(at))
}

const offLine = (
  [x, y]: [number, number],
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const along = dx * dx + dy * dy
  const share = along === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / along))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
