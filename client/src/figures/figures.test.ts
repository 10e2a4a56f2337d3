import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { figureCodes } from '@common-table/shared/figures/codes'
import { figuresContract } from '@common-table/shared/figures/contract'
import type { FigureExplanation } from '@common-table/shared/figures/schemas'
import { ProblemError } from '@common-table/shared/contract/problem'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { askedFigure } from '../platform/asked-figure.ts'
import { answer, render } from '../platform/testing.ts'
import StatTile from '../ui/StatTile.vue'
import FigurePanel from './FigurePanel.vue'
import { messages as en } from './messages.en.ts'

const source = join(import.meta.dirname, '..')
const written = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file) && !/test\.ts$|^figures/.test(file) && !file.includes('kit'))
  .map((file) => [file, readFileSync(join(source, file), 'utf8')] as const)
const school = '00000000-0000-4000-8000-000000000001'
const importId = '00000000-0000-4000-8000-000000000002'
const rule = { module: 'needs/gap.ts', version: 3, source: '' }
const told: FigureExplanation = {
  figure: 'needs.gap',
  rule,
  inputs: [
    {
      table: 'needs',
      rows: 1204,
      changedAt: '2026-11-03T14:02:00.000Z',
      changedBy: 'Robin Alvarez',
      changedId: null,
      files: [],
      fileCount: 0,
    },
    {
      table: 'service_sites',
      rows: 40,
      changedAt: '2026-11-01T14:02:00.000Z',
      changedBy: null,
      changedId: null,
      files: [{ importId, fileName: 'programs.csv', importedAt: '2026-10-01T08:00:00.000Z', rows: 38 }],
      fileCount: 1,
    },
  ],
  settings: [{ code: 'capacity_fresh_days', value: 90, asOf: null }],
  metric: null,
  computedAt: null,
  withheld: 2,
  ownSchoolsOnly: false,
}
const asked = {
  figure: 'needs.gap',
  of: 'Places missing',
  parts: { demand: 10, served: 4, unmet: 6 },
} as const
afterEach(() => {
  askedFigure.value = undefined
})

describe('how a figure was computed', () => {
  it('is asked of a tile by a button that says which figure, with what it is of', async () => {
    const page = await render(StatTile, {
      props: { figure: 'school.needs', subject: { schoolId: school }, label: 'Open needs', value: '12' },
    })
    const button = page.get('button')
    expect(button.attributes('aria-label')).toBe('How was this computed: Open needs')
    await button.trigger('click')
    expect(askedFigure.value).toMatchObject({
      figure: 'school.needs',
      of: 'Open needs',
      subject: { schoolId: school },
    })
  })

  it('tells the meaning, the steps with the numbers here, the rule, the rows, files and last change', async () => {
    await render(
      FigurePanel,
      { props: { asked }, role: 'coordinator' },
      answer(figuresContract.explainFigure, ({ query }) => ({ ...told, figure: query.figure })),
    )
    await flushPromises()
    const text = document.body.textContent!
    for (const said of [
      'Places asked for that no verified supply answers.',
      '10 places asked for − 4 answered by verified supply = 6 left.',
      'Rule needs/gap, version 3',
      'Need1,204 rows',
      'by Robin Alvarez.',
      'programs.csv: 38 rows, brought in',
      'Days for which a confirmed capacity counts',
      '2 figures behind this are withheld',
    ])
      expect(text).toContain(said)
    expect(document.querySelector('a[href*="import"]')).not.toBeNull()
    expect(document.querySelector('a[href*="audit"]')).toBeNull()
  })

  it('keeps the rule for those who may not see what is behind', async () => {
    await render(
      FigurePanel,
      { props: { asked: { figure: 'needs.gap', of: 'Places missing' } }, role: 'viewer' },
      answer(figuresContract.explainFigure, () => {
        throw new ProblemError('not-permitted', 'no')
      }),
      answer(figuresContract.listFigureRules, () => ({ items: [{ figure: 'needs.gap' as const, rule }] })),
    )
    await flushPromises()
    await flushPromises()
    expect(document.body.textContent).toContain('Rule needs/gap, version 3')
    expect(document.body.textContent).toContain('open to other roles only')
  })
})

describe('every figure', () => {
  const texts = en.of as Readonly<Record<string, Readonly<Record<string, string>>>>

  it('has a meaning and at least one step, and nothing else is explained', () => {
    const said = Object.entries(texts).flatMap(([place, names]) =>
      Object.keys(names).map((name) => `${place}.${name}`),
    )
    expect(said.sort()).toEqual([...figureCodes].sort())
    for (const names of Object.values(texts))
      for (const [name, text] of Object.entries(names))
        expect(text.split('\n').length, name).toBeGreaterThan(1)
  })

  it('of the registry is on a page, and every one on a page is registered', () => {
    const used = new Set(
      written.flatMap(
        ([, text]) => [...text.matchAll(/['"]([a-z_]+\.[a-z_]+)['"]/g)].map(([, code]) => code!), // the group always matches
      ),
    )
    expect(figureCodes.filter((code) => !used.has(code))).toEqual([])
  })

  it('whose numbers a page gives has a sentence for them', () => {
    const cases = en.case as Readonly<Record<string, Readonly<Record<string, string>>>>
    const withParts = written.flatMap(([file, text]) =>
      [...text.matchAll(/(?<!:)figure="([a-z_]+)\.([a-z_]+)"(?:[^>](?!figure=))*?:parts=/g)].map(
        ([, place, name]) => `${file}: ${cases[place!]?.[name!] === undefined ? `${place}.${name}` : 'said'}`, // both groups match
      ),
    )
    expect(withParts.filter((one) => !one.endsWith(': said'))).toEqual([])
  })
})

describe('every page', () => {
  const files = new Map(written.filter(([file]) => !/^(ui|app)\//.test(file)))
  /** What a page shows of itself: the parts it imports, at once or later. */
  const partsOf = (page: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(page)) return seen
    seen.add(page)
    for (const [, path] of files.get(page)!.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const part = join(page, '..', path!) // the group always matches
      if (files.has(part)) partsOf(part, seen)
    }
    return seen
  }
  const writes = /format\.(?:value\.)?(?:number|percent|money)\(|figures\.say\(/
  const explains = /\bfigure[:=]/
  /** Their numbers are what somebody types, has typed or has set, or how many a filter finds. */
  const typed = new Set([
    'activities/TellActivitiesPage.vue',
    'agreements/AgreementPage.vue',
    'compliance/SendDocumentsPage.vue',
    'district/SettingsPage.vue',
    'investments/ReportHoursPage.vue',
    'needs/RulesPage.vue',
    'offers/OfferStatusPage.vue',
    'organizations/OrganizationsPage.vue',
    'requests/AnswerPage.vue',
    'rounds/CensusLinkPage.vue',
    'rounds/CensusPage.vue',
    'seats/SignHoursPage.vue',
  ])

  it('that writes numbers explains them, save where they are what somebody typed', () => {
    const pages = [...files.keys()].filter((file) => file.endsWith('Page.vue'))
    const silent = pages.filter((page) => {
      const parts = [...partsOf(page)].map((part) => [part, files.get(part)!] as const) // only files it knows
      const writing = parts.some(([part, text]) => part.endsWith('.vue') && writes.test(text))
      return writing && !parts.some(([, text]) => explains.test(text))
    })
    expect(pages.length).toBeGreaterThan(50)
    expect(silent.filter((page) => !typed.has(page))).toEqual([])
  })
})
