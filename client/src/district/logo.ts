import { useQuery } from '@pinia/colada'
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useApi } from '../platform/api.ts'
import { useDistrict } from './brand.ts'

/** The district's logo as an address for an `img`, for as long as this part is on the page; undefined without one. */
export const useDistrictLogo = (): Readonly<Ref<string | undefined>> => {
  const api = useApi()
  const district = useDistrict()
  const fileId = () => district.data.value?.logoFileId ?? null
  const picture = useQuery({
    key: () => ['district', 'logo', fileId() ?? 'none'],
    query: async () => {
      if (fileId() === null) return null
      const { districtContract } = await import('@common-table/shared/district/contract')
      return api.download(districtContract.getDistrictLogo)
    },
    staleTime: 3_600_000, // another picture has another id
  })
  const address = ref<string>()
  const forget = () => address.value && URL.revokeObjectURL(address.value)
  watch(
    () => picture.data.value,
    (blob) => {
      forget()
      address.value = blob ? URL.createObjectURL(blob) : undefined
    },
    { immediate: true },
  )
  onScopeDispose(forget)
  return address
}
