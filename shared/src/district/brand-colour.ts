type Triple = readonly [number, number, number]

const gamma = (part: number): number => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)

/** OKLCH to linear sRGB (Björn Ottosson, 2020); parts outside 0–1 are colours a screen cannot show. */
const linear = (lightness: number, chroma: number, hue: number): Triple => {
  const turn = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(turn), chroma * Math.sin(turn)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const shown = (colour: Triple): boolean => colour.every((part) => part >= -0.0001 && part <= 1.0001)

/** `#rrggbb` of an OKLCH colour, with as much of its chroma as a screen can show. */
export const hexOf = (lightness: number, chroma: number, hue: number): string => {
  let kept = chroma
  while (kept > 0 && !shown(linear(lightness, kept, hue))) kept -= 0.002
  const parts = linear(lightness, Math.max(0, kept), hue).map((part) =>
    Math.round(255 * gamma(Math.min(1, Math.max(0, part))))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

export interface BrandColours {
  readonly primary: string
  readonly primaryHover: string
  readonly onPrimary: string
  readonly tint: string
}

/**
 * A district's colours out of its hue. Lightness and chroma are fixed, so that whatever hue is chosen every pair keeps the
 * contrast of WCAG 2.2 AA: text on the page, white on a button, a link on its tint.
 */
export const brandColours = (hue: number): { light: BrandColours; dark: BrandColours } => ({
  light: {
    primary: hexOf(0.46, 0.15, hue),
    primaryHover: hexOf(0.38, 0.13, hue),
    onPrimary: '#ffffff',
    tint: hexOf(0.95, 0.025, hue),
  },
  dark: {
    primary: hexOf(0.78, 0.11, hue),
    primaryHover: hexOf(0.85, 0.08, hue),
    onPrimary: hexOf(0.22, 0.06, hue),
    tint: hexOf(0.29, 0.06, hue),
  },
})
