interface Place {
  latitude: number
  longitude: number
}

export interface PlacedPoint {
  x: number
  y: number
}

const roundLengths = [0.25, 0.5, 1, 2, 5, 10, 20]
const kilometresPerDegree = 111.32

/**
 * Places as points of a square of 100, the middle one in the centre: a flat map, true enough for one district. With a
 * round length for the scale bar and how long it is drawn.
 */
export const placeMap = (middle: Place, around: readonly Place[]) => {
  const east = Math.cos((middle.latitude * Math.PI) / 180)
  const offsets = around.map(({ latitude, longitude }) => ({
    x: (longitude - middle.longitude) * kilometresPerDegree * east,
    y: (middle.latitude - latitude) * kilometresPerDegree,
  }))
  const reach = Math.max(0.5, ...offsets.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)])) * 1.15
  const scale = 50 / reach
  const kilometres = roundLengths.findLast((length) => length * scale <= 30) ?? roundLengths[0]!
  const points: PlacedPoint[] = offsets.map(({ x, y }) => ({ x: 50 + x * scale, y: 50 + y * scale }))
  return { points, bar: { kilometres, length: kilometres * scale } }
}
