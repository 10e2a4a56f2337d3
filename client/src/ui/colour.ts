/** Linear-light sRGB, each part 0–1. */
export type Linear = readonly [number, number, number]
type Lab = readonly [number, number, number]
type Matrix = readonly [Linear, Linear, Linear]

const toLinear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** `#2451b8` in linear light. */
export const linearOf = (hex: string): Linear => {
  const part = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

const luminance = ([r, g, b]: Linear): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** WCAG 2.2 contrast ratio of two hex colours, 1–21. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(linearOf(one)), luminance(linearOf(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const machado = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

export type Vision = keyof typeof machado | 'full'
export const visions: readonly Vision[] = ['full', 'protan', 'deutan', 'tritan']

const times = (matrix: Matrix, [r, g, b]: Linear): Linear => {
  const row = ([x, y, z]: Linear) => Math.min(1, Math.max(0, x * r + y * g + z * b))
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** How a colour looks to somebody with this colour vision. */
export const seenBy = (colour: Linear, vision: Vision): Linear =>
  vision === 'full' ? colour : times(machado[vision], colour)

/** CIE L*a*b* under D65. */
export const labOf = ([r, g, b]: Linear): Lab => {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = bend((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = bend(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = bend((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
