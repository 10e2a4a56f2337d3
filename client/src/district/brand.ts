import { brandColours } from '@common-table/shared/district/brand-colour'
import { useQuery } from '@pinia/colada'
import { computed, watchEffect, type Ref } from 'vue'
import { useCall } from '../platform/api.ts'
import { useTheme } from '../platform/theme.ts'

export const useDistrict = () => {
  const call = useCall()
  // The shell asks this on every page; the contract's schemas come after it is painted.
  const ask = async () => {
    const { districtContract } = await import('@common-table/shared/district/contract')
    return call(districtContract.getDistrict)
  }
  return useQuery({ key: ['district'], query: ask })
}

const names = {
  primary: '--primary',
  primaryHover: '--primary-hover',
  onPrimary: '--on-primary',
  tint: '--tint',
} as const

/** Gives the whole app the district's own hue for as long as someone of the district is signed in. */
export const useDistrictColours = (): void => {
  const district = useDistrict()
  useBrandHue(computed(() => district.data.value?.brandHue ?? undefined))
}

/** Paints the whole page in a hue; the product's own where there is none. */
export const useBrandHue = (hue: Readonly<Ref<number | undefined>>): void => {
  const { isDark } = useTheme()
  watchEffect(() => {
    const { style } = document.documentElement
    const colours =
      hue.value === undefined ? undefined : brandColours(hue.value)[isDark.value ? 'dark' : 'light']
    for (const [part, property] of Object.entries(names) as [keyof typeof names, string][]) {
      if (colours) style.setProperty(property, colours[part])
      else style.removeProperty(property)
    }
    if (colours) style.setProperty('--ring', colours.primary)
    else style.removeProperty('--ring')
  })
}
