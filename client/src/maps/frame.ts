import { geoGraticule, geoMercator, geoPath, geoTransform, type GeoProjection } from 'd3-geo'
import type { GeoJSON } from 'geojson'
import type { Point } from '../ui/pan-zoom.ts'

export interface Spot {
  readonly latitude: number
  readonly longitude: number
}

/** Narrower than this many degrees is drawn as if it were as wide: one school is no reason to show a doorstep. */
const leastSpan = 0.02
const metresAround = 40_075_016.7

/** A flat map of a district: where each spot is drawn, and the lines behind them. */
export const frameOf = (spots: readonly Spot[], { width, height }: { width: number; height: number }) => {
  const [west, east, south, north] = bounds(spots)
  const projection = geoMercator().fitExtent(
    [
      [36, 36],
      [Math.max(72, width - 36), Math.max(72, height - 36)],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [east, north],
      ],
    },
  )
  const at = ({ longitude, latitude }: Spot): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0]
    return { x, y }
  }
  const spotAt = ({ x, y }: Point): Spot => {
    const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0]
    return { longitude, latitude }
  }
  return {
    at,
    spotAt,
    scale: projection.scale(),
    path: planarPath(projection),
    bounds: { west, east, south, north },
  }
}
export type Frame = ReturnType<typeof frameOf>

const bounds = (spots: readonly Spot[]): [number, number, number, number] => {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { longitude, latitude } of spots) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const widen = (from: number, to: number): [number, number] =>
    to - from >= leastSpan ? [from, to] : [(from + to - leastSpan) / 2, (from + to + leastSpan) / 2]
  return spots.length === 0 ? [-1, 1, -1, 1] : [...widen(west, east), ...widen(south, north)]
}

/** Lines between points are straight on the page: rings of either direction are the same ring. */
const planarPath = (projection: GeoProjection) => {
  const path = geoPath(
    geoTransform({
      point(longitude, latitude) {
        const [x, y] = projection([longitude, latitude]) ?? [0, 0]
        this.stream.point(x, y)
      },
    }),
  )
  return (shape: GeoJSON): string => path(shape) ?? ''
}

const roundDegrees = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

/** Meridians and parallels at a round distance, a handful across. */
export const linesOf = ({ path, bounds: { west, east, south, north } }: Frame): string => {
  const span = Math.max(east - west, north - south)
  const step = roundDegrees.find((degrees) => span / degrees <= 6) ?? 10
  const beyond = span + step
  const lines = geoGraticule()
    .step([step, step])
    .extent([
      [west - beyond, Math.max(-85, south - beyond)],
      [east + beyond, Math.min(85, north + beyond)],
    ])
    .precision(180)
  return path(lines())
}

/** The outline of the district as one path; empty where there is none. */
export const outlinePath = ({ path }: Frame, rings: readonly [number, number][][]): string =>
  rings.length === 0 ? '' : path({ type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) })

const roundMetres = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** A round distance and how long it is drawn, at most a fifth of the picture. */
export const scaleBar = ({ scale, bounds: { south, north } }: Frame, k: number, width: number) => {
  const metresPerPixel =
    (metresAround * Math.cos(((south + north) / 2) * (Math.PI / 180))) / (2 * Math.PI * scale * k)
  const metres = roundMetres.findLast((length) => length / metresPerPixel <= width / 5) ?? roundMetres[0]!
  return { metres, length: metres / metresPerPixel }
}
