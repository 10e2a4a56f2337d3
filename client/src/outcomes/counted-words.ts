import { metricOf } from '@common-table/shared/outcomes/metric-dictionary'
import { useI18n } from 'vue-i18n'

/** What a metric counts and over what, in the reader's language for as long as the district has kept the words it found. */
export const useCountedWords = () => {
  const { locale } = useI18n()
  return (
    metric: { code: string; numerator: string; denominator: string },
    part: 'numerator' | 'denominator',
  ) => {
    const built = locale.value === 'es' ? metricOf(metric.code)?.[part] : undefined
    return built?.en === metric[part] ? built.es : metric[part]
  }
}
