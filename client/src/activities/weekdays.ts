import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Monday 1 January 2024 and the six days after it stand for the days of the week. */
const nameOf = (language: string, on: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, on, 12))

/** The days of the week as choices, Monday first. */
export const useWeekdays = () => {
  const { locale } = useI18n()
  return computed(() =>
    [1, 2, 3, 4, 5, 6, 7].map((on) => {
      const name = nameOf(locale.value, on)
      return { value: String(on), label: name[0]!.toLocaleUpperCase(locale.value) + name.slice(1) } // every day has a name
    }),
  )
}
