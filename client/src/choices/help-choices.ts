import { tiers } from '@common-table/shared/catalog/tiers'
import { grades } from '@common-table/shared/imports/normalise-grades'
import { settings, weekdays } from '@common-table/shared/organizations/vocabulary'
import { languages } from '@common-table/shared/vocabulary/languages'
import { settings as settingTerms } from '@common-table/shared/vocabulary/settings'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** 2026-06-01 was a Monday, as the week begins. */
const dayNamed = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 5, 1 + at)),
  )

/** For whom and when help is: grades, languages, days, setting and tier, as choices and as words. */
export const useHelpChoices = () => {
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const named = <Code extends string>(codes: readonly Code[], write: (code: Code, at: number) => string) =>
    codes.map((value, at) => ({ value, label: write(value, at) }))
  const spoken = (code: string) => nameOf(languages, code, language.value)
  const day = (code: string) => {
    const at = (weekdays as readonly string[]).indexOf(code)
    return at < 0 ? code : dayNamed(at, locale.value)
  }
  return {
    grades: computed(() => named(grades, (code) => code)),
    languages: computed(() =>
      named(
        languages.map(({ code }) => code),
        spoken,
      ),
    ),
    weekdays: computed(() => named(weekdays, day)),
    settings: computed(() => named(settings, (code) => nameOf(settingTerms, code, language.value))),
    tiers: computed(() =>
      tiers.map(({ tier, name, meaning }) => ({
        value: String(tier),
        label: `${tier} · ${name[language.value]}: ${meaning[language.value]}`,
      })),
    ),
    language: spoken,
    day,
    setting: (code: string) => nameOf(settingTerms, code, language.value),
    tier: (tier: number) => tiers.find((one) => one.tier === tier)?.name[language.value] ?? String(tier),
  }
}
