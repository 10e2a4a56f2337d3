import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { figureCodes } from './codes.ts'
import { figures } from './registry.ts'
import { figureSources } from './sources.ts'

const source = join(import.meta.dirname, '..')
const modules = [...new Set(Object.values(figures).map(({ rule: [module] }) => module))].sort()

/** What a rule says, without comments and spacing, in a short number: it changes when the rule does. */
const printOf = (module: string): string => {
  const text = readFileSync(join(source, module), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replace(/export const RULE_VERSION = \d+/, '')
    .replaceAll(/[\s,]+/g, '')
  let print = 0x81_1c_9d_c5
  for (const letter of text) print = Math.imul(print ^ letter.codePointAt(0)!, 0x01_00_01_93) >>> 0 // a letter has a code
  return print.toString(16).padStart(8, '0')
}

describe('the figures of the product', () => {
  it('are each registered once', () => {
    expect(Object.keys(figures).sort()).toEqual([...figureCodes].sort())
    expect(new Set(figureCodes).size).toBe(figureCodes.length)
  })

  it('follow rules that exist, in the version that stands beside each rule', async () => {
    for (const [figure, { rule, source: published }] of Object.entries(figures)) {
      const [module, version] = rule
      expect(existsSync(join(source, module)), `${figure}: ${module}`).toBe(true)
      const loaded = (await import(/* @vite-ignore */ pathToFileURL(join(source, module)).href)) as {
        RULE_VERSION?: number
      } // every rule exports it
      expect(loaded.RULE_VERSION, `${figure}: RULE_VERSION of ${module}`).toBe(version)
      expect(Object.keys(figureSources)).toContain(published)
    }
  })

  it('say a new version when their rule changes: raise RULE_VERSION, or accept the print with -u when no figure changes', async () => {
    const prints = await Promise.all(
      modules.map(async (module) => {
        const { RULE_VERSION } = (await import(
          /* @vite-ignore */ pathToFileURL(join(source, module)).href
        )) as { RULE_VERSION: number } // held by the test above
        return `${module} version ${RULE_VERSION} ${printOf(module)}`
      }),
    )
    await expect(`${prints.join('\n')}\n`).toMatchFileSnapshot('rule-prints.txt')
  })

  it('each read at least one table', () => {
    for (const [figure, { reads }] of Object.entries(figures)) expect(reads.length, figure).toBeGreaterThan(0)
  })
})
