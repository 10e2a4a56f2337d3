import { organizationTypes } from '@common-table/shared/vocabulary/organization-types'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import { isBridge, type Node } from './model.ts'

const few = 5

/** What the figures of a node mean, in sentences a director can say aloud. */
export const useNetworkWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  return computed(() => {
    const number = (n: number) => format.value.number(n)
    const counted = (key: string, n: number) => t(`network.count.${key}`, { n: number(n) }, n)
    const links = (node: Node): string =>
      node.links === 0
        ? t(
            node.kind === 'school'
              ? 'network.noPartner'
              : node.wide
                ? 'network.districtWide'
                : 'network.noSchool',
          )
        : counted(node.kind === 'school' ? 'partners' : 'schools', node.links)
    const cut = (node: Node): string =>
      [
        node.cut.schools > 0 && counted('schools', node.cut.schools),
        node.cut.partners > 0 && counted('partners', node.cut.partners),
      ]
        .filter(Boolean)
        .join(t('network.and'))
    return {
      number,
      counted,
      links,
      cut,
      type: (code: string) => nameOf(organizationTypes, code, locale.value === 'es' ? 'es' : 'en'),
      between: (share: number) => format.value.percent(share, share > 0 && share < 0.1 ? 1 : 0),
      ifLeft: (node: Node): string =>
        isBridge(node)
          ? t('network.ifLeft', { name: node.name, who: cut(node) })
          : t('network.nobodyCut', { name: node.name }),
      some: (names: readonly string[]): string =>
        format.value.list(
          names.length > few + 1
            ? [...names.slice(0, few), t('network.more', { n: number(names.length - few) })]
            : names,
        ),
      spoken: (node: Node): string =>
        [node.name, links(node), isBridge(node) && t('network.holds', { who: cut(node) })]
          .filter(Boolean)
          .join(', '),
    }
  })
}
