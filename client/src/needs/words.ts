import { categoryGroups } from '@common-table/shared/catalog/category-groups'
import { capacityUnits } from '@common-table/shared/catalog/capacity-units'
import { tiers, type Tier } from '@common-table/shared/catalog/tiers'
import { gapStatuses, type GapStatus } from '@common-table/shared/needs/gap'
import { needStatuses, type NeedStatus } from '@common-table/shared/needs/lifecycle'
import { severities, severityOf, type Severity } from '@common-table/shared/needs/severity'
import { needSources } from '@common-table/shared/vocabulary/need-sources'
import { urgencies } from '@common-table/shared/vocabulary/urgencies'
import { populations } from '@common-table/shared/vocabulary/populations'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

const tones: Record<NeedStatus, Tone> = {
  suggested: 'info',
  open: 'warning',
  in_progress: 'info',
  met: 'success',
  dismissed: 'neutral',
  withdrawn: 'neutral',
}
export const toneOf = (status: NeedStatus): Tone => tones[status]

const gapTones: Record<GapStatus, Tone> = {
  no_need: 'neutral',
  met: 'success',
  over_supplied: 'info',
  partly_met: 'warning',
  unverified: 'warning',
  unmet: 'danger',
}
export const gapToneOf = (status: GapStatus): Tone => gapTones[status]

/** The field's terms in this person's language, as words and as options. */
export const useNeedWords = () => {
  const { locale, t } = useI18n()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language] }))
    const tierName = (tier: number) => `${tier} · ${tiers[tier - 1]?.name[language] ?? ''}`
    return {
      language,
      status: (code: string) => nameOf(needStatuses, code, language),
      gap: (code: string) => nameOf(gapStatuses, code, language),
      source: (code: string) => nameOf(needSources, code, language),
      population: (code: string) => nameOf(populations, code, language),
      group: (code: string) => nameOf(categoryGroups, code, language),
      unit: (code: string) => nameOf(capacityUnits, code, language),
      severity: (severity: number) => severityOf(severity as Severity).name[language], // 1 to 5 by the schema
      category: ({ name, nameEs }: { name: string; nameEs: string }) =>
        language === 'es' && nameEs ? nameEs : name,
      tier: tierName,
      statuses: options(needStatuses),
      gaps: options(gapStatuses.filter(({ code }) => code !== 'no_need')),
      sources: options(needSources.filter(({ code }) => code !== 'data')),
      allSources: options(needSources),
      populations: options(populations),
      urgencies: options(urgencies),
      urgency: (code: string) => nameOf(urgencies, code, language),
      groups: options(categoryGroups),
      tiers: tiers.map(({ tier, meaning }) => ({
        value: String(tier) as `${Tier}`,
        label: tierName(tier),
        hint: meaning[language],
      })),
      severities: severities.map(({ severity, name, anchor }) => ({
        value: String(severity) as `${Severity}`,
        label: `${severity} · ${name[language]}`,
        hint: anchor[language],
      })),
      students: (count: number | null) =>
        count === null ? t('needs.unknownStudents') : t('needs.students', { n: count }, count),
    }
  })
}
