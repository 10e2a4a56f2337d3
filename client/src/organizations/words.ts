import { capacityUnits } from '@common-table/shared/catalog/capacity-units'
import { categoryGroups } from '@common-table/shared/catalog/category-groups'
import type { ServiceStatus } from '@common-table/shared/organizations/vocabulary'
import { sectors } from '@common-table/shared/vocabulary/sectors'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCategories } from '../choices/index.ts'
import type { Option } from '../ui/options.ts'

/** What organisations' records are called in the reader's language. */
export const useOrganizationWords = () => {
  const { t, te, locale } = useI18n()
  const categories = useCategories()
  const spoken = computed(() => new Intl.DisplayNames([locale.value], { type: 'language' }))
  const category = (id: string): string => categories.byId.value.get(id)?.label ?? ''
  const group = (code: string): string => nameOf(categoryGroups, code, locale.value as Language) // the two languages of i18n
  const unit = (code: string): string => nameOf(capacityUnits, code, locale.value as Language) // the two languages of i18n
  const language = (code: string): string => spoken.value.of(code) ?? code
  const grade = (code: string): string =>
    te(`organizations.grade.${code}`, 'en') ? t(`organizations.grade.${code}`) : code
  const serviceStatus = (status: ServiceStatus): string =>
    t(`organizations.serviceStatus.${status.replace(' ', '_')}`)
  const stage = (code: string): string =>
    te(`organizations.stage.${code}`, 'en') ? t(`organizations.stage.${code}`) : code

  /** The languages most spoken in United States schools, by name. */
  const languageOptions = computed<Option[]>(() =>
    [
      'en',
      'es',
      'zh',
      'ar',
      'vi',
      'ht',
      'bn',
      'ru',
      'ko',
      'fr',
      'pt',
      'tl',
      'so',
      'am',
      'hmn',
      'ur',
      'hi',
      'pl',
      'sw',
      'uk',
      'fa',
      'ps',
      'my',
      'ne',
      'yi',
      'ase',
    ]
      .map((value) => ({ value, label: language(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale.value)),
  )
  const sectorOptions = computed(
    () => sectors.map((sector) => ({ value: sector.code, label: sector[locale.value as Language] })), // the two languages of i18n
  )
  const sector = (code: string): string => nameOf(sectors, code, locale.value as Language) // the two languages of i18n
  const optionsOf = <T extends string>(values: readonly T[], write: (value: T) => string) =>
    values.map((value) => ({ value, label: write(value) }))

  return {
    known: categories.byId,
    category,
    group,
    unit,
    language,
    grade,
    serviceStatus,
    stage,
    categoryOptions: categories.idOptions,
    languageOptions,
    sectorOptions,
    sector,
    optionsOf,
  }
}
