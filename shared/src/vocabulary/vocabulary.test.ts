import { describe, expect, it } from 'vitest'
import { contributionTypes } from './contribution-types.ts'
import { geographicLevels } from './geographic-levels.ts'
import { languages } from './languages.ts'
import { needSources } from './need-sources.ts'
import { organizationTypes } from './organization-types.ts'
import { populations } from './populations.ts'
import { changeReasons, exitReasons } from './reasons.ts'
import { audiences, settings } from './settings.ts'
import { codesOf, nameOf, type Term } from './terms.ts'

const lists: [string, readonly Term[]][] = Object.entries({
  organizationTypes,
  settings,
  audiences,
  geographicLevels,
  languages,
  populations,
  contributionTypes,
  needSources,
  changeReasons,
  exitReasons,
})

describe('the closed lists', () => {
  it.each(lists)('%s: every code once, every name in both languages', (_, terms) => {
    const codes = codesOf(terms)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, en, es } of terms) {
      expect(code).toMatch(/^[a-z][a-z_]*$/)
      expect(en.trim()).toBe(en)
      expect(es.trim()).toBe(es)
      expect([en, es]).not.toContain('')
    }
  })
  it.each<[readonly Term[], string]>([
    [
      organizationTypes,
      'nonprofit business higher_ed government health faith grassroots philanthropy law_enforcement juvenile_justice civic family_org individual_expert student_org teacher_org advisory_group',
    ],
    [settings, 'in_school after_school weekend summer community_site virtual'],
    [geographicLevels, 'local state national'],
    [changeReasons, 'leadership logistics community_need funding policy emergency'],
    [needSources, 'principal staff family student partner data'],
  ])('hold what the source documents name', (terms, codes) =>
    expect(codesOf(terms)).toEqual(expect.arrayContaining(codes.split(' '))),
  )
  it('names a code in the language of the reader, and an unknown one by itself', () => {
    expect(nameOf(settings, 'weekend', 'es')).toBe('Fin de semana')
    expect(nameOf(settings, 'moonlight', 'es')).toBe('moonlight')
  })
})
