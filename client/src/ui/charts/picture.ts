import { drawChart, family } from './draw-chart.ts'
import { lightPalette } from './palette.ts'
import type { ChartContent } from './series.ts'

/** Everything a chart needs to be understood where its page is not: on a slide, in a letter. */
export interface PictureWords {
  title: string
  summary: string
  /** Source, notes and the day, one line each. */
  foot: readonly string[]
}

const [wide, edge, sharp] = [960, 28, 2]
const type = {
  title: { font: `700 22px ${family}`, line: 29, colour: lightPalette.text },
  summary: { font: `400 15px ${family}`, line: 21, colour: lightPalette.muted },
  foot: { font: `400 12px ${family}`, line: 17, colour: lightPalette.muted },
} as const

/** Lines of at most `room` pixels, broken between words. */
const broken = (pen: CanvasRenderingContext2D, text: string, font: string, room: number): string[] => {
  pen.font = font
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const plotHeight = ({ sideways, labels, kind }: ChartContent): number =>
  sideways ? Math.max(320, 110 + labels.length * 36) : kind === 'scatter' ? 620 : 440

/** The chart with its title, axes, legend, source and day as one light picture, in whatever theme the page is. */
export const pictureOf = async (content: ChartContent, words: PictureWords): Promise<Blob | null> => {
  await document.fonts?.ready
  const plot = document.createElement('canvas')
  plot.width = wide - 2 * edge
  plot.height = plotHeight(content)
  const height = plot.height
  const chart = drawChart(plot, content, lightPalette, { responsive: false, devicePixelRatio: sharp })
  const sheet = document.createElement('canvas')
  const pen = sheet.getContext('2d')
  if (!pen) return null
  const room = wide - 2 * edge
  const blocks = (['title', 'summary', 'foot'] as const).map((part) => {
    const texts = part === 'foot' ? words.foot : [words[part]]
    return {
      ...type[part],
      lines: texts.flatMap((text) => (text === '' ? [] : broken(pen, text, type[part].font, room))),
    }
  })
  const tall = blocks.reduce((sum, { lines, line }) => sum + lines.length * line, 0) + height + 2 * edge + 28
  sheet.width = wide * sharp
  sheet.height = tall * sharp
  pen.scale(sharp, sharp)
  pen.fillStyle = lightPalette.surface
  pen.fillRect(0, 0, wide, tall)
  pen.textBaseline = 'top'
  let y = edge
  for (const [at, { lines, line, font, colour }] of blocks.entries()) {
    if (at === 2) {
      pen.drawImage(plot, edge, y + 14, room, height)
      y += height + 28
    }
    pen.font = font
    pen.fillStyle = colour
    for (const text of lines) {
      pen.fillText(text, edge, y)
      y += line
    }
  }
  chart.destroy()
  return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'))
}
