/** A place on earth in degrees. */
export type Point = { latitude: number; longitude: number }
export type Bounds = { south: number; west: number; north: number; east: number }

const radians = Math.PI / 180
const earthRadiusMetres = 6_371_000

/** Metres between two points; flat-earth arithmetic, right to 0.1 % at the size of a district. */
export const metresBetween = (a: Point, b: Point): number => {
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians)
  const y = (b.latitude - a.latitude) * radians
  return Math.hypot(x, y) * earthRadiusMetres
}

/** A pair of coordinates as a point, or undefined when it is missing, 0/0 or not on earth. */
export const pointOf = (latitude: number | undefined, longitude: number | undefined): Point | undefined =>
  latitude === undefined ||
  longitude === undefined ||
  !Number.isFinite(latitude) ||
  !Number.isFinite(longitude) ||
  Math.abs(latitude) > 90 ||
  Math.abs(longitude) > 180 ||
  (latitude === 0 && longitude === 0)
    ? undefined
    : { latitude, longitude }

export const isWithin = (point: Point, bounds: Bounds): boolean =>
  point.latitude >= bounds.south &&
  point.latitude <= bounds.north &&
  point.longitude >= bounds.west &&
  point.longitude <= bounds.east

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? 0

/**
 * The box in which a district's places lie: all but the outermost half percent of the known points, so that one wrong
 * geocode does not open the box to it, with a margin (0.05 degrees is about 5 km).
 */
export const boundsAround = (points: readonly Point[], marginDegrees = 0.05): Bounds | undefined => {
  if (points.length === 0) return undefined
  const latitudes = points.map((point) => point.latitude).sort((a, b) => a - b)
  const longitudes = points.map((point) => point.longitude).sort((a, b) => a - b)
  return {
    south: quantile(latitudes, 0.005) - marginDegrees,
    north: quantile(latitudes, 0.995) + marginDegrees,
    west: quantile(longitudes, 0.005) - marginDegrees,
    east: quantile(longitudes, 0.995) + marginDegrees,
  }
}
