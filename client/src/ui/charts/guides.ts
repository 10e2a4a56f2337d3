import type { Chart, Plugin } from 'chart.js'
import { before } from './datasets.ts'
import { filling } from './fillings.ts'
import type { Palette } from './palette.ts'
import { isBanded, marks, type ChartContent, type Range } from './series.ts'

interface Placed {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
}

/** The target from edge to edge, withheld values between their limits, and whiskers where a value is not certain. */
export const guides = (content: ChartContent, palette: Palette): Plugin => {
  const { sideways = false, kind, series, target } = content

  const along = (chart: Chart, { low, high }: Range): readonly [number, number] => {
    const scale = chart.scales[sideways ? 'x' : 'y']! // every chart here has both
    return [scale.getPixelForValue(low), scale.getPixelForValue(high)]
  }
  /** Where a point stands on the axis of the labels, and how wide its bar is. */
  const places = (chart: Chart, at: number): readonly (readonly [number, number])[] => {
    const drawn = chart.getDatasetMeta(at + before(content)).data as unknown as Placed[] // theirs says no sizes
    return drawn.map((element) => [
      sideways ? element.y : element.x,
      (sideways ? element.height : element.width) ?? 9,
    ])
  }

  const targetLine = (chart: Chart, pen: CanvasRenderingContext2D) => {
    if (!target || kind === 'scatter') return
    const { left, right, top, bottom } = chart.chartArea
    const [at] = along(chart, { low: target.value, high: target.value })
    pen.setLineDash([5, 4])
    pen.lineWidth = 2
    pen.strokeStyle = palette.muted
    pen.beginPath()
    pen.moveTo(sideways ? at : left, sideways ? top : at)
    pen.lineTo(sideways ? at : right, sideways ? bottom : at)
    pen.stroke()
  }
  const band = (chart: Chart, pen: CanvasRenderingContext2D, at: number) => {
    const colour = palette.series[at % marks.length]! // as many colours as marks
    const where = places(chart, at)
    series[at]?.points.forEach((point, place) => {
      const [centre, width] = where[place] ?? [NaN, 0]
      if (!isBanded(point) || Number.isNaN(centre)) return
      const [from, to] = along(chart, point)
      const wide = kind === 'bar' ? width : 10
      const [x, y] = sideways
        ? [Math.min(from, to), centre - wide / 2]
        : [centre - wide / 2, Math.min(from, to)]
      const [w, h] = sideways ? [Math.abs(to - from), wide] : [wide, Math.abs(to - from)]
      pen.setLineDash([3, 2])
      pen.lineWidth = 1.5
      pen.strokeStyle = colour
      pen.fillStyle = filling('rising', palette.surface, colour)
      pen.fillRect(x, y, w, h)
      pen.strokeRect(x, y, w, h)
    })
  }
  const whiskers = (chart: Chart, pen: CanvasRenderingContext2D, at: number) => {
    const where = places(chart, at)
    series[at]?.spread?.forEach((range, place) => {
      const [centre] = where[place] ?? [NaN]
      if (!range || Number.isNaN(centre)) return
      const ends = along(chart, range)
      const stroke = (points: readonly (readonly [number, number])[]) => {
        pen.beginPath()
        points.forEach(([value, cross], step) => {
          const [x, y] = sideways ? [value, cross] : [cross, value]
          if (step % 2 === 0) pen.moveTo(x, y)
          else pen.lineTo(x, y)
        })
        pen.stroke()
      }
      const lines = [
        [ends[0], centre],
        [ends[1], centre],
        ...ends.flatMap((end) => [[end, centre - 5] as const, [end, centre + 5] as const]),
      ] as const
      pen.setLineDash([])
      // A bright edge keeps the whisker visible on its own bar.
      for (const [colour, wide] of [
        [palette.surface, 4.5],
        [palette.text, 2],
      ] as const) {
        pen.strokeStyle = colour
        pen.lineWidth = wide
        stroke(lines)
      }
    })
  }
  return {
    id: 'guides',
    afterDatasetsDraw: (chart) => {
      const pen = chart.ctx
      pen.save()
      targetLine(chart, pen)
      for (const at of series.keys()) band(chart, pen, at)
      for (const at of series.keys()) whiskers(chart, pen, at)
      pen.restore()
    },
  }
}
