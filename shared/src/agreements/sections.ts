import type { Language } from '../vocabulary/terms.ts'
import type { AgreementFacts } from './facts.ts'
import type { SectionGroup, SectionNeed, SectionTemplate } from './section-terms.ts'
import { firstSections } from './sections-first.ts'
import { secondSections } from './sections-second.ts'
import { thirdSections } from './sections-third.ts'
import type { AgreementType } from './vocabulary.ts'

export const sectionTemplates: readonly SectionTemplate[] = [
  ...firstSections,
  ...secondSections,
  ...thirdSections,
]

/** Short papers bring only what is needed; of a paper about one thing, only the sections about it. */
const short: readonly AgreementType[] = ['express', 'pta_run']
const about: Partial<Record<AgreementType, readonly string[]>> = {
  data_sharing: [
    'purpose',
    'parties',
    'period',
    'supervisors',
    'communication',
    'student_information',
    'publicity',
    'data_destruction',
    'disputes',
    'governing_law',
  ],
  facility_use: [
    'purpose',
    'parties',
    'period',
    'supervisors',
    'emergency',
    'space',
    'cost',
    'communication',
    'insurance',
    'nondiscrimination',
    'disputes',
  ],
}
const byNature: Partial<Record<AgreementType, SectionNeed>> = {
  data_sharing: 'student_data',
  facility_use: 'space',
  paid_services: 'district_pays',
  internship_training: 'worksite',
}

const needed = ({ needs }: SectionTemplate, type: AgreementType, facts: AgreementFacts): boolean => {
  const holds: Record<SectionNeed, boolean> = {
    always: true,
    beyond_low: facts.intensity !== 'low',
    contact: facts.contact !== 'none',
    unsupervised: facts.contact === 'unsupervised',
    student_data: facts.data === 'student_level',
    district_pays: facts.money === 'district_pays',
    space: facts.usesSpace,
    worksite: facts.worksite,
  }
  return needs.some((need) => holds[need] || byNature[type] === need)
}

/** What a section of money, rooms or records of students is about is not there: the section would say nothing. */
const idle = ({ needs }: SectionTemplate): boolean =>
  needs.length > 0 && needs.every((need) => ['student_data', 'district_pays', 'space'].includes(need))

export interface PlannedSection {
  readonly code: string
  readonly group: SectionGroup
  readonly title: string
  readonly body: string
  readonly required: boolean
}

/** The checklist an agreement begins with: what its kind and facts ask for, then what is worth talking about. */
export const sectionsFor = (
  type: AgreementType,
  facts: AgreementFacts,
  language: Language,
  names: { readonly district: string; readonly partner: string },
): PlannedSection[] =>
  sectionTemplates
    .filter(({ code }) => about[type]?.includes(code) ?? true)
    .map((template) => ({ template, required: needed(template, type, facts) }))
    .filter(({ template, required }) => required || !(short.includes(type) || idle(template)))
    .map(({ template, required }) => ({
      code: template.code,
      group: template.group,
      title: template[language],
      body: (template.starter?.[language] ?? '')
        .replaceAll('{district}', names.district)
        .replaceAll('{partner}', names.partner),
      required,
    }))

/** Which sections must be finalized, by their codes, when type or facts have changed since they were made. */
export const requiredCodes = (type: AgreementType, facts: AgreementFacts): string[] =>
  sectionTemplates
    .filter((template) => (about[type]?.includes(template.code) ?? true) && needed(template, type, facts))
    .map(({ code }) => code)

export const sectionTemplate = (code: string): SectionTemplate | undefined =>
  sectionTemplates.find((template) => template.code === code)
