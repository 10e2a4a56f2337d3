type Lab = readonly [number, number, number]

const radians = Math.PI / 180
const cosine = (degrees: number): number => Math.cos(degrees * radians)
const seventh = (value: number): number => value ** 7
const compression = (chroma: number): number => Math.sqrt(seventh(chroma) / (seventh(chroma) + seventh(25)))
const hueOf = (a: number, b: number): number => (Math.atan2(b, a) / radians + 360) % 360

const hueStep = (from: number, to: number, grey: boolean): number => {
  if (grey) return 0
  const step = to - from
  return step > 180 ? step - 360 : step < -180 ? step + 360 : step
}
const meanHue = (one: number, other: number, grey: boolean): number => {
  if (grey) return one + other
  if (Math.abs(one - other) <= 180) return (one + other) / 2
  return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005): below 1 nobody sees a difference, above 10 everybody does at a glance. */
export const difference = ([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number => {
  const stretch = 1.5 - 0.5 * compression((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2)
  const [x1, x2] = [a1 * stretch, a2 * stretch]
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)]
  const [h1, h2] = [hueOf(x1, b1), hueOf(x2, b2)]
  const grey = c1 * c2 === 0
  const [light, chroma, hue] = [(l1 + l2) / 2, (c1 + c2) / 2, meanHue(h1, h2, grey)]

  const weave =
    1 -
    0.17 * cosine(hue - 30) +
    0.24 * cosine(2 * hue) +
    0.32 * cosine(3 * hue + 6) -
    0.2 * cosine(4 * hue - 63)
  const lightScale = 1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2)
  const turn = -2 * compression(chroma) * Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * radians)

  const dl = (l2 - l1) / lightScale
  const dc = (c2 - c1) / (1 + 0.045 * chroma)
  const dh =
    (2 * Math.sqrt(c1 * c2) * Math.sin((hueStep(h1, h2, grey) / 2) * radians)) / (1 + 0.015 * chroma * weave)
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + turn * dc * dh)
}
