import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { difference } from './colour-difference.ts'
import { contrast, labOf, linearOf, seenBy, visions } from './colour.ts'

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const tokensOf = (selector: string): Record<string, string> => {
  const block = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  ) // both groups always match
}
const light = tokensOf(':root')
/** What dark does not say, it takes from light: the diverging ramp. */
const themes = { light, dark: { ...light, ...tokensOf('.dark') } }

const grounds = ['surface', 'bg', 'sunken']
const states = ['success', 'warning', 'danger', 'info', 'neutral']
const on = (texts: string[], backs: string[]) =>
  texts.flatMap((text) => backs.map((back) => [text, back] as const))

const textPairs = [
  ...on(['text', 'muted', 'subtle', 'primary', 'primary-hover', 'accent', 'danger'], grounds),
  ...states.map((state) => [state, `${state}-tint`] as const),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['primary', 'tint'],
  ['text', 'tint'],
  ['muted', 'tint'],
  ['danger', 'danger-tint'],
  ['bg', 'text'],
  ['muted', 'neutral-tint'],
  ...[0, 1, 2, 3, 4].map((step) => [`n${step}-text`, `n${step}`] as const),
  ...[1, 2, 3, 4, 5].map((step) => [`d${step}-text`, `d${step}`] as const),
] as const
const controlPairs = [
  ...on(['control', 'ring', 'primary'], grounds),
  ...on(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'], grounds),
] as const

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  const ratio = (front: string, back: string): number => contrast(tokens[front] ?? '', tokens[back] ?? '')

  it.each(textPairs)('shows %s on %s at 4.5:1 or more', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(controlPairs)('shows %s against %s at 3:1 or more', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3)
  })
  it.each(visions)('keeps the six series apart for %s colour vision', (vision) => {
    const seen = [1, 2, 3, 4, 5, 6].map((n) => labOf(seenBy(linearOf(tokens[`c${n}`] ?? ''), vision)))
    const gaps = seen.flatMap((one, at) => seen.slice(at + 1).map((other) => difference(one, other)))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15)
  })
  it.each(visions)('keeps neighbouring steps of need apart for %s colour vision', (vision) => {
    const seen = [0, 1, 2, 3, 4].map((n) => labOf(seenBy(linearOf(tokens[`n${n}`] ?? ''), vision)))
    expect(Math.min(...seen.slice(1).map((step, at) => difference(seen[at]!, step)))).toBeGreaterThan(9) // at < step
  })
})

it('measures colour differences as the published examples do', () => {
  // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7 and 17.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4)
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
})

it('knows black on white as 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
