import { useApi } from '../platform/api.ts'
import { usePicture } from '../platform/picture.ts'
import { useDistrict } from './brand.ts'

/** The district's logo as an address for an `img`; undefined without one. */
export const useDistrictLogo = () => {
  const api = useApi()
  const district = useDistrict()
  return usePicture(
    () => {
      const fileId = district.data.value?.logoFileId
      return fileId ? ['logo', fileId] : undefined
    },
    async () => {
      const { districtContract } = await import('@common-table/shared/district/contract')
      return api.download(districtContract.getDistrictLogo)
    },
  )
}
