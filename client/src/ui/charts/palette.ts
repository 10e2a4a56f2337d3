/** The colours a chart is drawn in: the reader's theme on the page, the light one in a picture. */
export interface Palette {
  readonly surface: string
  readonly text: string
  readonly muted: string
  readonly border: string
  readonly ground: string
  readonly series: readonly [string, string, string, string, string, string]
}

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export const themePalette = (): Palette => ({
  surface: token('--surface'),
  text: token('--text'),
  muted: token('--muted'),
  border: token('--border'),
  ground: token('--bg'),
  series: [token('--c1'), token('--c2'), token('--c3'), token('--c4'), token('--c5'), token('--c6')],
})

/** The light theme's tokens. A picture leaves the page, and is put on paper and on slides: it is light in a dark theme too. */
export const lightPalette: Palette = {
  surface: '#ffffff',
  text: '#16202e',
  muted: '#465364',
  border: '#d5dce5',
  ground: '#f5f7fa',
  series: ['#2858cd', '#be7125', '#349795', '#784369', '#484c00', '#111b28'],
}
