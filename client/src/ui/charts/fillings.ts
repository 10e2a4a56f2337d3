import type { Fill } from './series.ts'

type Stroke = readonly [number, number, number, number]

const size = 8
const strokes: Readonly<Record<Exclude<Fill, 'plain' | 'dotted'>, readonly Stroke[]>> = {
  rising: [
    [0, size, size, 0],
    [-2, 2, 2, -2],
    [size - 2, size + 2, size + 2, size - 2],
  ],
  level: [[0, size / 2, size, size / 2]],
  upright: [[size / 2, 0, size / 2, size]],
  crossed: [
    [0, size / 2, size, size / 2],
    [size / 2, 0, size / 2, size],
  ],
}

/** A surface of a series' colour with its own texture, so that bars are told apart in grey print too. */
export const filling = (fill: Fill, colour: string, ground: string): CanvasPattern | string => {
  if (fill === 'plain') return colour
  const tile = document.createElement('canvas')
  tile.width = tile.height = size
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.fillStyle = colour
  pen.fillRect(0, 0, size, size)
  pen.fillStyle = pen.strokeStyle = ground
  pen.lineWidth = 1.5
  pen.beginPath()
  if (fill === 'dotted') pen.arc(size / 2, size / 2, 1.6, 0, 2 * Math.PI)
  else
    for (const [fromX, fromY, toX, toY] of strokes[fill]) {
      pen.moveTo(fromX, fromY)
      pen.lineTo(toX, toY)
    }
  if (fill === 'dotted') pen.fill()
  else pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? colour
}
