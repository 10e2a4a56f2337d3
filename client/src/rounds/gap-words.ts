import type { FieldProblem } from '@common-table/shared/contract/problem'
import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

/** What keeps a form of many lines from being sent, said at each line; shown from the first try on, then while typing. */
export const useGapWords = (gaps: () => readonly FieldProblem[], names: (field: string) => string) => {
  const { t, te } = useI18n()
  const tried: Ref<boolean> = ref(false)
  const found = computed(() => (tried.value ? gaps() : []))
  const say = ({ field, rule, message }: FieldProblem): string => {
    const key = `rounds.errors.${field.split('.').at(-1)}.${rule}`
    return te(key, 'en') ? t(key) : message
  }
  const errors = computed(() => Object.fromEntries(found.value.map((gap) => [gap.field, say(gap)])))
  const summary = computed(() =>
    found.value.map((gap) => ({ field: gap.field, text: say(gap), label: names(gap.field) })),
  )
  return { tried, errors, summary }
}
