import type { Agreement } from '@common-table/shared/agreements/schemas'
import { sectionTemplate } from '@common-table/shared/agreements/sections'
import type { FieldProblem } from '@common-table/shared/contract/problem'
import { useI18n } from 'vue-i18n'

/** What keeps an agreement in draft, in the reader's language. */
export const useGapWords = () => {
  const { t, te, locale } = useI18n()
  return ({ field, rule, message }: FieldProblem, agreement: Agreement): string => {
    const [part = '', name = ''] = field.split('.')
    if (part === 'sections') {
      const language = locale.value === 'es' ? 'es' : 'en'
      const title =
        agreement.sections.find(({ code }) => code === name)?.title ??
        sectionTemplate(name)?.[language] ??
        name
      return t(`agreements.gap.section.${rule}`, { title })
    }
    const key = ['agreements.gap', part, name, rule].filter(Boolean).join('.')
    return te(key) ? t(key) : message
  }
}
