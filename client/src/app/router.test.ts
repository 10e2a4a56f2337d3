import { describe, expect, it } from 'vitest'
import { pages, safeNext } from './router.ts'
import { messages as far } from './far-places.en.ts'
import { messages } from './messages.en.ts'

describe('the pages', () => {
  it('each say their title and who may open them', () => {
    expect(pages.filter(({ meta }) => !meta?.title || !meta.access).map(({ path }) => path)).toEqual([])
  })
  it('have names that occur once', () => {
    const names = pages.map(({ name }) => String(name))
    expect(names).toEqual([...new Set(names)])
  })
  it('stand in the menu under a label that exists', () => {
    const labels = pages.flatMap(({ meta }) => meta?.nav?.label ?? [])
    expect(labels.filter((label) => !(label in messages.nav))).toEqual([])
  })
  it('are all found in the palette: those of the menu, and every other that stands by itself', () => {
    const own = pages
      .filter(({ path, meta }) => !path.includes(':') && !meta?.nav && !meta?.plain && !meta?.link)
      .map(({ name }) => String(name))
    const known = Object.keys({ ...far.pages, ...far.acts })
    expect(known.toSorted()).toEqual(own.toSorted())
  })
})

it('goes on only to pages of this site', () => {
  expect(safeNext('/needs?q=a')).toBe('/needs?q=a')
  for (const trap of ['//evil.example', '/\\evil.example', 'https://evil.example', undefined, ['/a']])
    expect(safeNext(trap)).toBe('/')
})
